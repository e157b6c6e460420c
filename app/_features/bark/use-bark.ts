"use client";

import { useCallback, useEffect, useSyncExternalStore } from "react";
import { subscribeBark, isDeleted, currentStatus, ingest } from "@/app/_client/bark-store";
import type { Status } from "@/lib/barks/schema";

/** A bark as it is now: what this page was given, with all that was heard and done since. */
export function useBark(given: Status): Status {
  const { id } = given;
  useEffect(() => ingest(given), [given]);
  return useSyncExternalStore(
    useCallback((changed: () => void) => subscribeBark(id, changed), [id]),
    () => currentStatus(id) ?? given,
    () => given,
  );
}

/** Whether a bark was deleted while the page was open. */
export function useIsDeleted(id: string): boolean {
  return useSyncExternalStore(
    useCallback((changed: () => void) => subscribeBark(id, changed), [id]),
    () => isDeleted(id),
    () => false,
  );
}
