"use client";

import { useSyncExternalStore } from "react";
import { send } from "@/app/_client/api";

/** How many rows of alerts are unread, for every badge on the page. */
let count = 0;
const listeners = new Set<() => void>();

/** Beyond this it is "99+" anyway. */
const COUNTED = 100;

function set(next: number): void {
  if (next === count) return;
  count = next;
  for (const changed of listeners) changed();
}

/** Asks the server how many are unread. */
export async function recount(): Promise<void> {
  const outcome = await send<{ count: number }>(`/api/v2/notifications/unread_count?limit=${COUNTED}`);
  if (outcome.ok) set(outcome.value.count);
}

/** All up to this one have been read, here and so everywhere. */
export async function readUpTo(id: string): Promise<void> {
  set(0);
  await send("/api/v1/markers", { method: "POST", json: { notifications: { last_read_id: id } }, keepalive: true });
}

/** The number of unread rows; 0 on the server. */
export function useUnread(): number {
  return useSyncExternalStore(
    follow,
    () => count,
    () => 0,
  );
}

function follow(changed: () => void): () => void {
  listeners.add(changed);
  return () => void listeners.delete(changed);
}
