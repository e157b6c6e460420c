"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};
const DAY = 24 * 60 * 60 * 1000;

/** A time to come as this device's clock shows it: "22:40", with the day when it is not within one. */
export function Until({ at }: { at: string }) {
  // The server does not know the clock of who reads.
  const words = useSyncExternalStore(
    never,
    () => clock(Date.parse(at)),
    () => "…",
  );
  return <time dateTime={at}>{words}</time>;
}

function clock(time: number): string {
  const far = time - Date.now() > DAY;
  return new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    ...(far && { day: "numeric", month: "short" }),
  }).format(time);
}
