"use client";

import { useEffect } from "react";
import { PAGE_SIZE, send } from "@/app/_client/api";
import { emit } from "@/app/_client/events";
import type { Status } from "@/lib/barks/schema";

/** How often (ms) an exclusive list is read while the page is visible. */
const EVERY_MS = 20_000;

/**
 * Brings new barks to an exclusive list: its members are not on Home, so that their barks are not among the live events.
 * Other lists need nothing.
 */
export function ExclusiveListPolling({ path, newest }: { path: string; newest: string | undefined }) {
  useEffect(() => {
    let last = newest ?? "0";
    let asking = false;
    const ask = async () => {
      if (asking || document.visibilityState === "hidden") return;
      asking = true;
      const outcome = await send<Status[]>(
        `${path}?${new URLSearchParams({ limit: String(PAGE_SIZE), min_id: last })}`,
      );
      asking = false;
      if (!outcome.ok) return;
      for (const status of outcome.value.toReversed()) emit({ type: "arrived", status });
      last = outcome.value[0]?.id ?? last;
    };
    const timer = setInterval(() => void ask(), EVERY_MS);
    return () => clearInterval(timer);
  }, [path, newest]);
  return null;
}
