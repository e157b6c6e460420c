"use client";

import { useState } from "react";
import { clock, fullDate } from "@/app/_features/time/dates";
import { formatDate } from "@/app/_client/format-date";
import { useShownNow } from "@/app/_client/clock";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * The age: "now", "5 min", "3 h", "2 d", then the date. `zone` undefined: the reader's own.
 */
export function ago(at: number, now: number, zone: string | undefined): string {
  const passed = now - at;
  if (passed < MINUTE) return "now";
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min`;
  if (passed < DAY) return `${Math.floor(passed / HOUR)} h`;
  if (passed < 7 * DAY) return `${Math.floor(passed / DAY)} d`;
  const year = (moment: number) => formatDate(moment, { year: "numeric" }, zone);
  return formatDate(at, { day: "numeric", month: "short", ...(year(at) !== year(now) && { year: "numeric" }) }, zone);
}

interface MomentProps {
  at: string;
  /** The text at a time (Unix ms), in a time zone; undefined is the reader's own. */
  words: (now: number, zone: string | undefined) => string;
  /** Shows the full date on hover. */
  titled?: boolean;
}

/**
 * A text that depends on when and where it is read. The server renders it for its own time; on hydration, which may be a
 * day later, a new element shows it for the reader's.
 */
export function Moment({ at, words, titled = false }: MomentProps) {
  // Null until hydration.
  const now = useShownNow();
  const [made] = useState(() => Date.now());
  // Only made when somebody points at it: its formats take long to make.
  const [full, setFull] = useState<string>();
  if (now === null) {
    return (
      <time key="served" dateTime={at} suppressHydrationWarning>
        {words(made, "UTC")}
      </time>
    );
  }
  return (
    <time
      key="own"
      dateTime={at}
      title={full}
      // Above the area of the link that it may be in, which would be pointed at instead.
      className={titled ? "relative z-1" : undefined}
      onPointerEnter={titled ? () => setFull(fullDate(at, undefined, now)) : undefined}
    >
      {words(now, undefined)}
    </time>
  );
}

/** A time that is updated while it is on screen. */
export function Ago({ at }: { at: string }) {
  return <Moment at={at} words={(now, zone) => ago(Date.parse(at), now, zone)} titled />;
}

/** The full date of a bark. */
export function FullDate({ at }: { at: string }) {
  return <Moment at={at} words={(now, zone) => fullDate(at, zone, now)} />;
}

/** A time of day, with its day where that differs from the reference, by default today. */
export function ClockTime({ at, beside }: { at: string; beside?: string }) {
  return <Moment at={at} words={(now, zone) => clock(at, beside ?? now, zone)} />;
}
