"use client";

import { useSyncExternalStore } from "react";
import type { Store } from "@/app/_client/create-store";

/**
 * Subscribes a component to a store; it renders again when the selected value changes.
 * @param select must return the same object for the same value
 * @param onServer the value for rendering on the server, where the store is empty
 */
export function useStore<T, S>(store: Store<T>, select: (value: T) => S, onServer: S): S {
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.get()),
    () => onServer,
  );
}
