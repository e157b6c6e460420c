import Link from "next/link";
import type { ReactNode } from "react";
import { UnreadKeeper } from "@/app/_features/alerts/unread-keeper";
import { Arrival } from "@/app/_features/shell/arrival";
import { Avatar } from "@/app/_ui/avatar";
import { buttonClass } from "@/app/_ui/button";
import { ComposeProvider, NavBark } from "@/app/_features/compose/provider";
import { Column, ColumnSearch } from "@/app/_features/discover/column";
import { FocusKeeper } from "@/app/_features/shell/focus-keeper";
import { InstalledApp } from "@/app/_features/shell/installed-app";
import { LiveConnection } from "@/app/_features/shell/live-connection";
import { Dog, Wordmark } from "@/app/_ui/logo";
import { OfflineBanner } from "@/app/_features/shell/offline-banner";
import { Outbox } from "@/app/_features/compose/outbox";
import { ModerationProvider } from "@/app/_features/moderation/provider";
import { PushProvider } from "@/app/_features/push/provider";
import { BottomBar, JoinBar, SideNav } from "@/app/_features/shell/nav-items";
import { ActAfterJoining } from "@/app/_features/shell/act-after-joining";
import { JoinSheetIfAsked } from "@/app/_features/shell/on-demand";
import { Shortcuts } from "@/app/_features/shell/shortcuts";
import { YouMenu } from "@/app/_features/shell/you-menu";
import { cx } from "@/app/_ui/cx";
import { Toasts } from "@/app/_ui/toast";
import { NewInTown } from "@/app/(main)/new-in-town";
import { shell as words } from "@/app/_words/shell";
import { getViewer, type Viewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { shownName } from "@/lib/settings/reads";

/** The shell: a bar at the bottom on phones, a rail on tablets, three columns on desktops. */
export default async function MainLayout({ children }: { children: ReactNode }) {
  const [viewer, town] = await Promise.all([getViewer(), shownName()]);
  const shell = (
    <>
      <div className="mx-auto grid max-w-shell desk:max-w-[min(var(--container-shell),100vw-2.5rem)] desk:gap-x-4 tablet:grid-cols-[4.5rem_minmax(0,37.5rem)] tablet:justify-center desk:grid-cols-[min(15rem,20vw)_minmax(0,37.5rem)_min(21rem,27vw)] desk:justify-between">
        <SideColumn viewer={viewer} town={town} />
        <main
          id="main"
          className={cx(
            // What is at the foot stays there on a short page.
            viewer === null && "flex flex-col",
            "min-h-dvh min-w-0 bg-surface has-[>[data-offline]]:flex has-[>[data-offline]]:flex-col [&>header]:-order-2 pb-[calc(var(--bar-bottom)+6rem)] tablet:border-x tablet:border-line tablet:pb-0",
          )}
        >
          <OfflineBanner signedIn={viewer !== null} />
          {children}
          {viewer === null && <JoinBar />}
        </main>
        <aside aria-label={words.more} className="sticky top-0 hidden h-dvh flex-col self-start pt-4 desk:flex">
          {/* Outside of what scrolls, which would cut off the suggestions. */}
          <ColumnSearch viewerId={viewer?.id ?? null} />
          <div className="grid min-h-0 flex-1 grid-cols-1 content-start gap-4 overflow-y-auto py-4">
            <div id="beside" className="contents" />
            <div className="usually">
              <Column viewerId={viewer?.id ?? null} instead={<NewInTown viewerId={viewer?.id ?? null} />} />
            </div>
            <p className="px-4 text-meta text-ink-3">{words.about}</p>
          </div>
        </aside>
      </div>
      <BottomBar viewer={viewer} />
      <Shortcuts viewer={viewer} />
      <FocusKeeper />
      <InstalledApp />
    </>
  );
  return (
    <Toasts>
      {/* For whom this page is, so that what a browser keeps of it is shown to nobody else. */}
      <meta name="barker-viewer" content={viewer?.id ?? ""} />
      <Arrival personId={viewer?.id ?? null} />
      {viewer ? (
        <ComposeProvider viewer={viewer}>
          <LiveConnection personId={viewer.id} />
          <Outbox personId={viewer.id} />
          <ModerationProvider />
          <UnreadKeeper />
          <PushProvider />
          <ActAfterJoining viewerId={viewer.id} />
          {shell}
        </ComposeProvider>
      ) : (
        <>
          {shell}
          <JoinSheetIfAsked town={town} />
        </>
      )}
    </Toasts>
  );
}

function SideColumn({ viewer, town }: { viewer: Viewer | null; town: string }) {
  return (
    <nav
      aria-label={words.places.nav}
      className="sticky top-0 hidden h-dvh flex-col gap-1 px-3 py-5 tablet:flex desk:ps-1"
    >
      <Link
        href={viewer ? paths.home : paths.landing}
        aria-label="Barker"
        className="mb-5 grid min-h-11 flex-none items-center justify-items-center text-ink desk:justify-items-start desk:ps-1"
      >
        <Dog className="h-9 w-8 text-accent desk:hidden" />
        <Wordmark className="hidden h-9 desk:block" />
      </Link>
      {/* The places scroll where the window is low or the text large; the Bark button is always there. */}
      <div className="-mx-1 flex min-h-0 flex-col gap-1 [@media(max-height:54rem)]:gap-0 overflow-x-clip overflow-y-auto px-1 py-0.5">
        <SideNav viewer={viewer} />
      </div>
      {viewer ? (
        <>
          <NavBark />
          <div className="mt-auto flex flex-none items-center">
            <Link
              href={paths.person(viewer.handle)}
              className="flex min-w-0 flex-1 items-center gap-3 rounded-card py-2 desk:px-3"
            >
              <Avatar src={viewer.avatar} size={40} />
              <span className="hidden min-w-0 text-label desk:block">
                <b className="block truncate">
                  <bdi>{viewer.name}</bdi>
                </b>
                <span className="block truncate text-meta text-ink-3">
                  <bdi dir="ltr">@{viewer.handle}</bdi>
                </span>
              </span>
            </Link>
            <YouMenu />
          </div>
        </>
      ) : (
        <Link href={paths.join} className={buttonClass({ look: "primary" }, "mt-4 hidden desk:inline-flex")}>
          {words.joinTown(town)}
        </Link>
      )}
    </nav>
  );
}
