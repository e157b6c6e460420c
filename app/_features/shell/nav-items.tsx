"use client";

import { Compass, House, Radio, UsersRound } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ComponentType } from "react";
import { AlertsBell, MessagesMail } from "@/app/_features/alerts/badge";
import { buttonClass } from "@/app/_ui/button";
import { Avatar } from "@/app/_ui/avatar";
import { cx } from "@/app/_ui/cx";
import type { Viewer } from "@/lib/auth/schema";
import { paths } from "@/lib/paths";

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
  label: "Discover",
  href: paths.discover,
  icon: Compass,
  also: [paths.popular, paths.searching, paths.circles],
};

const places = (viewer: Viewer | null): Place[] =>
  viewer
    ? [
        { label: "Home", href: paths.home, icon: House },
        DISCOVER,
        { label: "Nearby", href: paths.nearby, icon: Radio },
        { label: "Messages", href: paths.messages, icon: MessagesMail, below: true },
        { label: "Alerts", href: paths.alerts, icon: AlertsBell },
        { label: "You", href: paths.person(viewer.handle), icon: null },
      ]
    : [{ label: "Town", href: paths.town, icon: UsersRound }, DISCOVER];

/** The navigation bar of phones. */
export function BottomBar({ viewer }: { viewer: Viewer | null }) {
  const path = usePathname();
  return (
    <nav
      aria-label="Places"
      className="bottom-bar fixed inset-x-0 bottom-0 z-(--z-bar) grid auto-cols-fr grid-flow-col border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] tablet:hidden"
    >
      {places(viewer).map((place) => {
        const here = isHere(path, place);
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
            <PlaceIcon
              place={place}
              viewer={viewer}
              className={cx("size-[min(1.5rem,28px)]", here && "text-accent-mark")}
            />
            {place.label}
          </Link>
        );
      })}
      {viewer === null && <WaysIn className="col-span-2 justify-end pe-3" />}
    </nav>
  );
}

/** Along the bottom of larger screens for signed-out visitors; phones have the ways in between their places. */
export function JoinBar() {
  return (
    <section
      aria-label="Join"
      className="sticky bottom-0 z-(--z-bar) hidden items-center justify-between gap-4 border-t border-line bg-surface px-5 py-2 tablet:flex"
    >
      <p className="text-label text-ink-2">
        <b className="text-ink">Join to follow, like and answer.</b>
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
        Sign in
      </Link>
      <Link href={paths.joinFrom(path)} className={buttonClass({ size: "small" })}>
        Join
      </Link>
    </span>
  );
}

/** The navigation column of larger screens; only icons on the rail. */
export function SideNav({ viewer }: { viewer: Viewer | null }) {
  const path = usePathname();
  return places(viewer).map((place) => {
    const here = isHere(path, place);
    return (
      <Link
        key={place.href}
        href={place.href}
        aria-current={here ? "page" : undefined}
        onClick={() => here && scrollTo({ top: 0 })}
        className={cx(
          "plain flex min-h-12 items-center gap-4 rounded-pill px-[.6875rem] text-subhead text-ink desk:pe-4",
          here ? "bg-accent-soft font-bold" : "font-medium hover:bg-sunken",
        )}
      >
        <PlaceIcon place={place} viewer={viewer} className={cx("size-6.5 flex-none", here && "text-accent-mark")} />
        <span className="sr-only desk:not-sr-only">{place.label}</span>
      </Link>
    );
  });
}

function PlaceIcon({ place, viewer, className }: { place: Place; viewer: Viewer | null; className: string }) {
  if (place.icon) return <place.icon className={className} />;
  return viewer && <Avatar src={viewer.avatar} size={24} className={className} />;
}

function isHere(path: string, { href, also = [], below = false }: Place): boolean {
  return [href, ...also].includes(decodeURIComponent(path)) || (below && path.startsWith(`${href}/`));
}
