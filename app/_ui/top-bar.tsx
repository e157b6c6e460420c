import Link from "next/link";
import type { ReactNode } from "react";
import { BackButton } from "@/app/_ui/back-button";
import { cx } from "@/app/_ui/cx";
import { Wordmark } from "@/app/_ui/logo";
import { Tabs } from "@/app/_ui/tabs";
import { ui } from "@/app/_words/ui";
import { paths } from "@/lib/paths";

const BAR =
  "sticky top-0 z-(--z-bar) flex min-h-(--bar-top) flex-wrap items-center gap-1 border-b border-line bg-surface";

/** The bar above Home, Town and the viewer's lists: the current page, and the links to the others. */
export function HomeBar({ here, signedIn }: { here: "home" | "town" | "lists"; signedIn: boolean }) {
  return (
    <header className={cx(BAR, "px-4 desk:px-5")}>
      <h1 className="sr-only text-title font-bold tracking-heading tablet:not-sr-only">{ui.timelineTitles[here]}</h1>
      <Link href={signedIn ? paths.home : paths.landing} className="tablet:hidden">
        <Wordmark className="my-3 h-[1.625rem]" />
      </Link>
      {signedIn && (
        <Tabs
          label={ui.timelines}
          tabs={[
            { label: ui.following, href: paths.home, here: here === "home" },
            { label: ui.timelineTitles.town, href: paths.town, here: here === "town" },
            { label: ui.lists, href: paths.lists, here: here === "lists" },
          ]}
          className="ms-auto max-w-full self-stretch overflow-x-auto"
          narrow
        />
      )}
    </header>
  );
}

/** The bar above a page that is reached from another one; `children` are at its end. */
export function BackBar({ title, detail, children }: { title: string; detail?: string; children?: ReactNode }) {
  return (
    <header className={cx(BAR, "ps-1 pe-4")}>
      <BackButton />
      <div className="min-w-0">
        <h1 className="truncate text-title font-bold tracking-heading">
          <bdi>{title}</bdi>
        </h1>
        {detail && (
          <p className="text-meta text-ink-3">
            <bdi>{detail}</bdi>
          </p>
        )}
      </div>
      {children && <div className="ms-auto">{children}</div>}
    </header>
  );
}
