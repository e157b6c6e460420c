"use client";

import { Moment } from "@/app/_features/time/time";

const DAY = 24 * 60 * 60 * 1000;

/** A time to come as its reader's clock shows it: "22:40", with the day when it is not within one. */
export function Until({ at }: { at: string }) {
  return <Moment at={at} words={(now, zone) => clock(Date.parse(at), now, zone)} />;
}

function clock(time: number, now: number, timeZone: string | undefined): string {
  const far = time - now > DAY;
  return new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    ...(far && { day: "numeric", month: "short" }),
    timeZone,
  }).format(time);
}
