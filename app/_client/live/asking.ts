"use client";

import { recount } from "@/app/_client/unread";
import { send } from "@/app/_client/api";
import { ingest } from "@/app/_client/bark-store";
import { serverNow } from "@/app/_client/clock";
import { createStore } from "@/app/_client/create-store";
import { useStore } from "@/app/_client/use-store";
import { emit } from "@/app/_client/events";
import { signedOutElsewhere } from "@/app/_client/leaving";
import type { Status } from "@/lib/barks/schema";
import type { Notification } from "@/lib/notifications/schema";

/** A connection that does not come within this time (ms) is not waited for. */
const GRACE_MS = 8_000;
const EVERY_MS = 30_000;
/** A connection that broke may be noticed this late (ms). */
const NOTICED_MS = 60_000;
const PAGE = 40;

const asking = createStore(false);

/** Asks the server now and then for what is new, while no live connection can be had. */
export interface Asker {
  connected(): void;
  away(): void;
  stop(): void;
}

/** The live connection is away from now on, until it is said to be there. */
export function beginAsking(): Asker {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What is newer than this was told to nobody here. */
  let since: Since = { bark: "", alert: "", at: 0 };

  let underway = false;
  const ask = async () => {
    asking.set(true);
    if (underway) return;
    underway = true;
    if (navigator.onLine && document.visibilityState === "visible") since = await askOnce(since);
    underway = false;
    if (!asking.get()) return;
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), EVERY_MS);
  };
  const away = () => {
    if (asking.get() || timer !== undefined) return;
    since = { bark: "", alert: "", at: serverNow() - NOTICED_MS };
    timer = setTimeout(() => void ask(), GRACE_MS);
  };
  const end = () => {
    clearTimeout(timer);
    timer = undefined;
    asking.set(false);
  };
  const seen = () => {
    if (!asking.get() || document.visibilityState === "hidden") return;
    clearTimeout(timer);
    void ask();
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

/** Tells the page what is new, as live events would; what was told before changes nothing. */
async function askOnce(since: Since): Promise<Since> {
  const [barks, alerts] = await Promise.all([
    send<Status[]>(`/api/v1/timelines/home?limit=${PAGE}`),
    send<Notification[]>(`/api/v1/notifications?limit=${PAGE}`),
  ]);
  // A session that ended before the socket was connected is told nowhere else.
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

/** Whether this page asks for news instead of being told. */
export function useAsking(): boolean {
  return useStore(asking, (now) => now, false);
}
