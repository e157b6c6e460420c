"use client";

import { Bookmark, Compass, House, List, PenLine, Radio, Settings, UsersRound } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ComponentType } from "react";
import { AlertsBell, MessagesMail, TownHallSign, TownWaiting } from "@/app/_features/alerts/badge";
import { InstallPlace } from "@/app/_features/shell/install";
import { buttonClass } from "@/app/_ui/button";
import { Avatar } from "@/app/_ui/avatar";
import { cx } from "@/app/_ui/cx";
import { shell } from "@/app/_words/shell";
import { isStaff } from "@/lib/auth/rights";
import type { Viewer } from "@/lib/auth/schema";
import { paths } from "@/lib/paths";

const words = shell.places;

interface Place {
  label: string;
  href: string;
  icon: ComponentType<{ className?: string }> | null;
  /** Pages that belong to it. */
  also?: string[];
  /** Pages below it belong to it too. */
  below?: boolean;
}

const DISCOVER: Place = {
  label: words.discover,
  href: paths.discover,
  icon: Compass,
  also: [paths.trends, paths.popular, paths.searching, paths.circles],
};

const places = (viewer: Viewer | null): Place[] =>
  viewer
    ? [
        { label: words.home, href: paths.home, icon: House },
        DISCOVER,
        { label: words.nearby, href: paths.nearby, icon: Radio },
        { label: words.messages, href: paths.messages, icon: MessagesMail, below: true },
        { label: words.alerts, href: paths.alerts, icon: AlertsBell, below: true },
        { label: words.you, href: paths.person(viewer.handle), icon: null },
      ]
    : [{ label: words.town, href: paths.town, icon: UsersRound }, DISCOVER];

/** What belongs to the viewer: further rows of the navigation column; on phones they are on the viewer's profile. */
const OWN: Place[] = [
  { label: words.bookmarks, href: paths.bookmarks, icon: Bookmark },
  { label: words.lists, href: paths.lists, icon: List, below: true },
  { label: words.drafts, href: paths.drafts, icon: PenLine },
  { label: words.settings, href: paths.settings, icon: Settings, below: true },
];

/** What belongs to the viewer, and the town hall for those who take part in running the town. */
const ownPlaces = (runsTown: boolean): Place[] =>
  runsTown ? [...OWN, { label: words.townHall, href: paths.townHall, icon: TownHallSign, below: true }] : OWN;

/** The navigation bar of phones. */
export function BottomBar({ viewer }: { viewer: Viewer | null }) {
  const path = usePathname();
  return (
    <nav
      aria-label={words.nav}
      className="bottom-bar fixed inset-x-0 bottom-0 z-(--z-bar) grid auto-cols-fr grid-flow-col border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] tablet:hidden"
    >
      {places(viewer).map((place) => {
        // What belongs to the viewer is on their profile here.
        const isYou = viewer !== null && place.href === paths.person(viewer.handle);
        const here = isHere(path, place) || (isYou && ownPlaces(true).some((own) => isHere(path, own)));
        const sign = cx("size-[min(1.5rem,28px)]", here && "text-accent-mark");
        const icon = <PlaceIcon place={place} viewer={viewer} className={sign} />;
        return (
          <Link
            key={place.href}
            href={place.href}
            aria-current={here ? "page" : undefined}
            onClick={() => here && scrollTo({ top: 0 })}
            className={cx(
              "relative grid min-h-(--bar-bottom) content-center justify-items-center gap-0.5 text-[min(.6875rem,3.2vw)] leading-tight",
              here
                ? "font-bold text-ink before:absolute before:-top-px before:h-[3px] before:w-8 before:rounded-b-[3px] before:bg-accent"
                : "font-medium text-ink-3",
            )}
          >
            {isYou && isStaff(viewer) ? <TownWaiting of={icon} /> : icon}
            {place.label}
          </Link>
        );
      })}
      {viewer === null && (
        <WaysIn className="col-span-2 justify-end pe-[12px] *:min-h-[36px] *:px-[min(16px,4vw)] *:text-[min(.875rem,4vw)]" />
      )}
    </nav>
  );
}

/** Along the bottom of larger screens for signed-out visitors; phones have the ways in between their places. */
export function JoinBar() {
  return (
    <section
      aria-label={shell.join}
      className="sticky bottom-0 z-(--z-bar) mt-auto hidden items-center justify-between gap-4 border-t border-line bg-surface px-5 py-2 tablet:flex"
    >
      <p className="text-label text-ink-2">
        <b className="text-ink">{shell.joinToAct}</b>
      </p>
      <WaysIn />
    </section>
  );
}

/** Signing in and joining; whoever does either comes back to this page. */
function WaysIn({ className }: { className?: string }) {
  const path = usePathname();
  return (
    <span className={cx("flex items-center gap-2", className)}>
      <Link href={paths.signIn(path)} className={buttonClass({ look: "outline", size: "small" }, "whitespace-nowrap")}>
        {shell.signIn}
      </Link>
      <Link href={paths.joinFrom(path)} className={buttonClass({ size: "small" })}>
        {shell.join}
      </Link>
    </span>
  );
}

/** The navigation column of larger screens; only icons on the rail. */
export function SideNav({ viewer }: { viewer: Viewer | null }) {
  const path = usePathname();
  return [...places(viewer), ...(viewer ? ownPlaces(isStaff(viewer)) : [])].map((place) => {
    const here = isHere(path, place);
    return (
      <Link
        key={place.href}
        href={place.href}
        prefetch={place.href === paths.townHall || OWN.includes(place) ? false : undefined}
        aria-current={here ? "page" : undefined}
        onClick={() => here && scrollTo({ top: 0 })}
        className={cx(
          "plain flex min-h-12 [@media(max-height:54rem)]:min-h-11 flex-none items-center gap-4 rounded-pill px-[.6875rem] text-subhead text-ink desk:pe-4",
          here ? "bg-accent-soft font-bold" : "font-medium hover:bg-sunken",
        )}
      >
        <PlaceIcon place={place} viewer={viewer} className={cx("size-6.5 flex-none", here && "text-accent-mark")} />
        <span className="sr-only desk:not-sr-only">{place.label}</span>
      </Link>
    );
  });
}

const OWN_PLACE =
  "grid min-h-14 flex-1 basis-18 content-center justify-items-center gap-1 px-1 text-micro font-medium text-ink-2";

/** Bookmarks, lists, drafts and settings, and the town hall for staff, on the viewer's own profile, for screens without a navigation column. */
export function OwnPlaces({ runsTown }: { runsTown: boolean }) {
  return (
    <nav aria-label={shell.yours} className="mt-2 flex flex-wrap border-y border-line tablet:hidden">
      {ownPlaces(runsTown).map(({ label, href, icon: Icon }) => (
        <Link key={href} href={href} prefetch={false} className={OWN_PLACE}>
          {Icon && <Icon className="size-5.5" />}
          {label}
        </Link>
      ))}
      <InstallPlace className={OWN_PLACE} />
    </nav>
  );
}

function PlaceIcon({ place, viewer, className }: { place: Place; viewer: Viewer | null; className: string }) {
  if (place.icon) return <place.icon className={className} />;
  return viewer && <Avatar src={viewer.avatar} size={24} className={className} />;
}

function isHere(path: string, { href, also = [], below = false }: Place): boolean {
  return [href, ...also].includes(decodeURIComponent(path)) || (below && path.startsWith(`${href}/`));
}
