import Link from "next/link";
import { cx } from "@/app/_ui/cx";
import { paths } from "@/lib/paths";

const TABS = [
  { tab: "people", word: "People", href: paths.nearby },
  { tab: "barks", word: "Barks", href: `${paths.nearby}?show=barks` },
] as const;

/** Who is near, or what they bark. */
export function ShowTabs({ here }: { here: "people" | "barks" }) {
  return (
    <nav aria-label="What is shown" className="flex border-b border-line">
      {TABS.map(({ tab, word, href }) => (
        <Link
          key={tab}
          href={href}
          replace
          scroll={false}
          aria-current={tab === here ? "page" : undefined}
          className={cx(
            "relative grid min-h-[2.875rem] flex-1 place-items-center px-3 text-label",
            tab === here
              ? "font-bold text-ink after:absolute after:bottom-0 after:h-[3px] after:w-10 after:rounded-t-[3px] after:bg-accent after:content-['']"
              : "font-medium text-ink-2",
          )}
        >
          {word}
        </Link>
      ))}
    </nav>
  );
}
