import Link from "next/link";
import type { ComponentProps } from "react";
import { cx } from "@/app/_ui/cx";

/** One tab: its address, and whether it is the current one. */
export interface Tab {
  label: string;
  /** A number beside the label. */
  count?: string;
  href: string;
  here: boolean;
}

interface Props extends Pick<ComponentProps<typeof Link>, "replace" | "scroll" | "prefetch"> {
  /** The name of the group, for screen readers. */
  label: string;
  tabs: Tab[];
  className?: string;
  /** Each tab is as wide as its label, instead of sharing the whole row. */
  narrow?: boolean;
}

/** Tabs that are links, so that they work with history and bookmarks, and without scripts. */
export function Tabs({ label, tabs, className = "overflow-x-auto", narrow = false, ...how }: Props) {
  return (
    <nav aria-label={label} data-tabs className={cx("flex", className)}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          {...how}
          aria-current={tab.here ? "page" : undefined}
          className={cx(
            "relative grid min-h-[2.875rem] place-items-center px-3 text-label whitespace-nowrap",
            !narrow && "flex-1",
            tab.here
              ? "font-bold text-ink after:absolute after:bottom-0 after:h-[3px] after:w-10 after:rounded-t-[3px] after:bg-accent"
              : "font-medium text-ink-2",
          )}
        >
          <span>
            {tab.label} {tab.count && <span className="ms-0.5 font-medium text-ink-3 tabular-nums">{tab.count}</span>}
          </span>
        </Link>
      ))}
    </nav>
  );
}
