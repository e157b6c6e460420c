import Link from "next/link";
import { cx } from "@/app/_ui/cx";
import { paths } from "@/lib/paths";

const TABS = { people: "People", barks: "Barks", topics: "Topics" } as const;

export type Tab = keyof typeof TABS;

/** Which tab an address means; null when it leaves that open. */
export function tabOf(of: string): Tab | null {
  return of === "people" || of === "barks" || of === "topics" ? of : null;
}

/** What a search is to find. */
export function SearchTabs({ q, here }: { q: string; here: Tab }) {
  return (
    <nav aria-label="What is found" className="flex overflow-x-auto">
      {Object.entries(TABS).map(([tab, label]) => (
        <Link
          key={tab}
          href={paths.search(q, tab)}
          replace
          prefetch={false}
          aria-current={tab === here ? "page" : undefined}
          className={cx(
            "relative grid min-h-[2.875rem] flex-1 place-items-center px-3 text-label",
            tab === here
              ? "font-bold text-ink after:absolute after:bottom-0 after:h-[3px] after:w-10 after:rounded-t-[3px] after:bg-accent after:content-['']"
              : "font-medium text-ink-2",
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
