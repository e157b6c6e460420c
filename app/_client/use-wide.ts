"use client";

import { useSyncExternalStore } from "react";

/** The breakpoints of the tokens. */
const QUERIES = { tablet: "(min-width: 44rem)", desk: "(min-width: 69rem)" } as const;

/** Whether the window is at least as wide as a breakpoint, for what narrower ones need not load; false on the server. */
export function useWide(breakpoint: keyof typeof QUERIES): boolean {
  const query = QUERIES[breakpoint];
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener("change", changed);
      return () => list.removeEventListener("change", changed);
    },
    () => matchMedia(query).matches,
    () => false,
  );
}
