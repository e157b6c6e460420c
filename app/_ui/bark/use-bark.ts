"use client";

import { useCallback, useEffect, useSyncExternalStore } from "react";
import { follow, isGone, present, take } from "@/app/_ui/bark/store";
import type { Status } from "@/lib/barks/schema";

/** A bark as it is now: what this page was given, with all that was heard and done since. */
export function useBark(given: Status): Status {
  const { id } = given;
  useEffect(() => take(given), [given]);
  return useSyncExternalStore(
    useCallback((changed: () => void) => follow(id, changed), [id]),
    () => present(id) ?? given,
    () => given,
  );
}

/** Whether a bark was deleted while the page was open. */
export function useGone(id: string): boolean {
  return useSyncExternalStore(
    useCallback((changed: () => void) => follow(id, changed), [id]),
    () => isGone(id),
    () => false,
  );
}
