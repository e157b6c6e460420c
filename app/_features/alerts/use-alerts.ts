"use client";

import { useCallback, useEffect, useState } from "react";
import * as model from "@/app/_features/alerts/model";
import type { Alerts } from "@/app/_features/alerts/model";
import { PAGE_SIZE, send } from "@/app/_client/api";
import { ingest } from "@/app/_client/bark-store";
import { useReader } from "@/app/_client/use-pages";
import { subscribe } from "@/app/_client/events";
import type { GroupedNotifications, Notification } from "@/lib/notifications/schema";

interface Source {
  /** The types in this list; none means all. */
  types: readonly Notification["type"][];
}

/** The state of a list of alerts: its rows, the loading of further pages, and live alerts. */
export function useAlerts({ types }: Source, first: () => Alerts) {
  const [alerts, setAlerts] = useState(first);
  const { trouble, read } = useReader();

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
    if (next === null) return;
    const page = await read(() => send<GroupedNotifications>(`/api/v2/notifications?${queryOf(types, next)}`));
    if (!page) return;
    page.value.statuses.forEach(ingest);
    const rows = model.rowsOf(page.value);
    setAlerts((before) => model.extend(before, rows, oldest(page.value)));
  }, [types, next, read]);

  const reveal = useCallback(() => setAlerts(model.reveal), []);
  return { alerts, trouble, loadOlder, reveal };
}

function queryOf(types: Source["types"], below: string): URLSearchParams {
  const query = new URLSearchParams({ limit: String(PAGE_SIZE), max_id: below });
  for (const type of types) query.append("types[]", type);
  return query;
}

/** The bound of the next page, when there may be one. */
function oldest({ notification_groups: groups }: GroupedNotifications): string | null {
  return groups.map((group) => group.page_min_id).toSorted()[0] ?? null;
}
