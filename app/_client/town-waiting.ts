"use client";

import { send } from "@/app/_client/api";
import { createStore } from "@/app/_client/create-store";
import { useStore } from "@/app/_client/use-store";
import type { Waiting } from "@/lib/staff/waiting";

/** How often (ms) it is asked, while the page is visible. */
const EVERY_MS = 60_000;

/** How much waits for the viewer in the town hall; only staff ask. */
const waiting = createStore(0, () => {
  void count();
  const timer = setInterval(() => document.visibilityState === "visible" && void count(), EVERY_MS);
  return () => clearInterval(timer);
});

/** Asks how much waits for the viewer. */
async function count(): Promise<void> {
  const outcome = await send<Waiting>("/api/v1/barker/waiting");
  if (outcome.ok) waiting.set(Object.values(outcome.value).reduce<number>((sum, one) => sum + (one ?? 0), 0));
}

/** How much waits for the viewer in the town hall, in all; 0 on the server. For staff only. */
export function useTownWaiting(): number {
  return useStore(waiting, (sum) => sum, 0);
}
