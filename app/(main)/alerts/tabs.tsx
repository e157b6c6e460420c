import Link from "next/link";
import { cx } from "@/app/_ui/cx";
import type { NotificationType } from "@/lib/notifications/schema";
import { paths } from "@/lib/paths";

const TABS = {
  all: { label: "All", types: [] },
  replies: { label: "Replies", types: ["mention", "quote"] },
  people: { label: "People", types: ["follow", "follow_request", "status"] },
} as const satisfies Record<string, { label: string; types: readonly NotificationType[] }>;

export type Tab = keyof typeof TABS;

/** Which tab an address means. */
export function tabOf(show: string | undefined): Tab {
  return show === "replies" || show === "people" ? show : "all";
}

/** The types of alerts a tab is of; none means all. */
export function typesOf(tab: Tab): readonly NotificationType[] {
  return TABS[tab].types;
}

/** All alerts, or what people said, or who came. */
export function Tabs({ here }: { here: Tab }) {
  return (
    <nav aria-label="Which alerts" className="flex overflow-x-auto">
      {Object.entries(TABS).map(([tab, { label }]) => (
        <Link
          key={tab}
          href={tab === "all" ? paths.alerts : paths.alertsOf(tab)}
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
          {label}
        </Link>
      ))}
    </nav>
  );
}
