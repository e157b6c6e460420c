"use client";

import { formatDate } from "@/app/_client/format-date";
import { Moment } from "@/app/_features/time/time";

const DAY = 24 * 60 * 60 * 1000;

/** A future time in the reader's time zone: "22:40", with the day when it is more than a day away. */
export function Until({ at }: { at: string }) {
  return <Moment at={at} words={(now, zone) => clock(Date.parse(at), now, zone)} />;
}

function clock(time: number, now: number, timeZone: string | undefined): string {
  const far = time - now > DAY;
  return formatDate(
    time,
    { hour: "2-digit", minute: "2-digit", ...(far && { day: "numeric", month: "short" }) },
    timeZone,
  );
}
