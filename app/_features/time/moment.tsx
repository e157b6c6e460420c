"use client";

import { clock, fullDate } from "@/app/_features/time/dates";
import { Moment } from "@/app/_features/time/time";

/** The whole date of a bark. */
export function FullDate({ at }: { at: string }) {
  return <Moment at={at} words={(now, zone) => fullDate(at, zone, now)} />;
}

/** A time of day, with its day where that differs from what it stands beside, by default from today. */
export function ClockTime({ at, beside }: { at: string; beside?: string }) {
  return <Moment at={at} words={(now, zone) => clock(at, beside ?? now, zone)} />;
}
