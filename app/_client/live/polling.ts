"use client";

import { recount } from "@/app/_client/unread";
import { send } from "@/app/_client/api";
import { ingest } from "@/app/_client/bark-store";
import { serverNow } from "@/app/_client/clock";
import { createStore } from "@/app/_client/create-store";
import { useStore } from "@/app/_client/use-store";
import { emit } from "@/app/_client/events";
import { signedOutElsewhere } from "@/app/_client/signed-out";
import type { Status } from "@/lib/barks/schema";
import type { Notification } from "@/lib/notifications/schema";

/** How long (ms) to wait for a connection before polling. */
const GRACE_MS = 8_000;
const POLL_MS = 30_000;
/** How late (ms) a broken connection may be noticed. */
const NOTICED_MS = 60_000;
const PAGE = 40;

const isPolling = createStore(false);

/** Polls the server for new barks while there is no live connection. */
export interface Poller {
  connected(): void;
  away(): void;
  stop(): void;
}

/** Begins without a live connection; `connected` and `away` report changes. */
export function startPolling(): Poller {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Barks after this id are new. */
  let since: Since = { bark: "", alert: "", at: 0 };

  let busy = false;
  const poll = async () => {
    isPolling.set(true);
    if (busy) return;
    busy = true;
    if (navigator.onLine && document.visibilityState === "visible") since = await pollOnce(since);
    busy = false;
    if (!isPolling.get()) return;
    clearTimeout(timer);
    timer = setTimeout(() => void poll(), POLL_MS);
  };
  const away = () => {
    if (isPolling.get() || timer !== undefined) return;
    since = { bark: "", alert: "", at: serverNow() - NOTICED_MS };
    timer = setTimeout(() => void poll(), GRACE_MS);
  };
  const end = () => {
    clearTimeout(timer);
    timer = undefined;
    isPolling.set(false);
  };
  const seen = () => {
    if (!isPolling.get() || document.visibilityState === "hidden") return;
    clearTimeout(timer);
    void poll();
  };
  document.addEventListener("visibilitychange", seen);
  addEventListener("online", seen);
  away();
  return {
    away,
    connected: end,
    stop() {
      end();
      document.removeEventListener("visibilitychange", seen);
      removeEventListener("online", seen);
    },
  };
}

type Since = { bark: string; alert: string; at: number };

/** Emits new barks as live events would; idempotent. */
async function pollOnce(since: Since): Promise<Since> {
  const [barks, alerts] = await Promise.all([
    send<Status[]>(`/api/v1/timelines/home?limit=${PAGE}`),
    send<Notification[]>(`/api/v1/notifications?limit=${PAGE}`),
  ]);
  // This is the only notice of a session that ended before the socket was connected.
  if (!barks.ok && barks.status === 401) signedOutElsewhere();
  if (!barks.ok || !alerts.ok) return since;
  barks.value.forEach(ingest);
  const isNew = (id: string, newest: string, at: string) => (newest === "" ? Date.parse(at) >= since.at : id > newest);
  const news = barks.value.filter(({ id, created_at }) => isNew(id, since.bark, created_at));
  if (news.length === PAGE) emit({ type: "gap" });
  for (const status of news.toReversed()) emit({ type: "arrived", status });
  for (const notification of alerts.value.toReversed()) {
    if (isNew(notification.id, since.alert, notification.created_at)) emit({ type: "notification", notification });
  }
  void recount();
  return { bark: barks.value[0]?.id ?? since.bark, alert: alerts.value[0]?.id ?? since.alert, at: since.at };
}

/** Whether this page is polling. */
export function useIsPolling(): boolean {
  return useStore(isPolling, (now) => now, false);
}
