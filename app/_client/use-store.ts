"use client";

import { useSyncExternalStore } from "react";
import type { Store } from "@/app/_client/create-store";

/**
 * What a component needs of a store; it is drawn anew when that changes.
 * @param select must return the same thing for the same value
 * @param onServer what the server draws, where the store knows nothing
 */
export function useStore<T, S>(store: Store<T>, select: (value: T) => S, onServer: S): S {
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.get()),
    () => onServer,
  );
}
