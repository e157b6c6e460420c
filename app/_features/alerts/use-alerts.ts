"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import * as model from "@/app/_features/alerts/model";
import type { Alerts } from "@/app/_features/alerts/model";
import { send } from "@/app/_client/api";
import { ingest } from "@/app/_client/bark-store";
import { subscribe } from "@/app/_client/events";
import type { GroupedNotifications, Notification } from "@/lib/notifications/schema";

const PAGE = 20;

interface Source {
  /** The types this list is of; none means all. */
  types: readonly Notification["type"][];
}

/** The state of a list of alerts: what it shows, how more of it is loaded, and what comes in. */
export function useAlerts({ types }: Source, first: () => Alerts) {
  const [alerts, setAlerts] = useState(first);
  const [trouble, setTrouble] = useState<string | null>(null);
  const loading = useRef(false);

  useEffect(
    () =>
      subscribe((news) => {
        if (news.type === "gone") setAlerts((before) => model.withdraw(before, news.id));
        if (news.type !== "notification") return;
        const { notification } = news;
        if (types.length === 0 || types.includes(notification.type))
          setAlerts((before) => model.arrive(before, notification));
      }),
    [types],
  );

  const { next } = alerts;
  const loadOlder = useCallback(async () => {
    if (loading.current || next === null) return;
    loading.current = true;
    setTrouble(null);
    const outcome = await send<GroupedNotifications>(`/api/v2/notifications?${queryOf(types, next)}`);
    loading.current = false;
    if (!outcome.ok) return setTrouble(outcome.sentence);
    outcome.value.statuses.forEach(ingest);
    const rows = model.rowsOf(outcome.value);
    setAlerts((before) => model.extend(before, rows, oldest(outcome.value)));
  }, [types, next]);

  const reveal = useCallback(() => setAlerts(model.reveal), []);
  return { alerts, trouble, loadOlder, reveal };
}

function queryOf(types: Source["types"], below: string): URLSearchParams {
  const query = new URLSearchParams({ limit: String(PAGE), max_id: below });
  for (const type of types) query.append("types[]", type);
  return query;
}

/** Where a page ends, when there may be more below it. */
function oldest({ notification_groups: groups }: GroupedNotifications): string | null {
  return groups.map((group) => group.page_min_id).toSorted()[0] ?? null;
}
