"use client";

import { send } from "@/app/_client/api";
import { createStore } from "@/app/_client/create-store";
import { useStore } from "@/app/_client/use-store";

/** The number of unread rows of alerts, for every badge on the page. */
const unread = createStore(0);

/** Above this, "99+" is shown. */
const LIMIT = 100;

/** Fetches the number of unread rows. */
export async function recount(): Promise<void> {
  const outcome = await send<{ count: number }>(`/api/v2/notifications/unread_count?limit=${LIMIT}`);
  if (outcome.ok) unread.set(outcome.value.count);
}

/** Marks everything up to this one as read, here and on other devices. */
export async function readUpTo(id: string): Promise<void> {
  unread.set(0);
  await send("/api/v1/markers", { method: "POST", json: { notifications: { last_read_id: id } }, keepalive: true });
}

/** The number of unread rows; 0 on the server. */
export function useUnread(): number {
  return useStore(unread, (count) => count, 0);
}
