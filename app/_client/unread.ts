"use client";

import { send } from "@/app/_client/api";
import { createStore } from "@/app/_client/create-store";
import { useStore } from "@/app/_client/use-store";

/** How many rows of alerts are unread, for every badge on the page. */
const unread = createStore(0);

/** Beyond this it is "99+" anyway. */
const COUNTED = 100;

/** Asks the server how many are unread. */
export async function recount(): Promise<void> {
  const outcome = await send<{ count: number }>(`/api/v2/notifications/unread_count?limit=${COUNTED}`);
  if (outcome.ok) unread.set(outcome.value.count);
}

/** All up to this one have been read, here and so everywhere. */
export async function readUpTo(id: string): Promise<void> {
  unread.set(0);
  await send("/api/v1/markers", { method: "POST", json: { notifications: { last_read_id: id } }, keepalive: true });
}

/** The number of unread rows; 0 on the server. */
export function useUnread(): number {
  return useStore(unread, (count) => count, 0);
}
