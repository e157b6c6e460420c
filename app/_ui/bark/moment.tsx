"use client";

import { useState, useSyncExternalStore } from "react";
import { clock, fullDate } from "@/app/_ui/bark/dates";

const never = () => () => {};

/** The reader's time zone is known in their browser alone; until then times are UTC. */
function useZone(): string | undefined {
  return useSyncExternalStore(
    never,
    () => undefined,
    () => "UTC",
  );
}

/** The whole date of a bark. */
export function FullDate({ at }: { at: string }) {
  return <time dateTime={at}>{fullDate(at, useZone())}</time>;
}

/** A time of day, with its day where that differs from what it stands beside, by default from today. */
export function Clock({ at, beside }: { at: string; beside?: string }) {
  const [now] = useState(() => Date.now());
  return (
    <time dateTime={at} suppressHydrationWarning>
      {clock(at, beside ?? now, useZone())}
    </time>
  );
}
