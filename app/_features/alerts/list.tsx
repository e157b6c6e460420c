"use client";

import { useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import { rowsOf } from "@/app/_features/alerts/model";
import { AlertRow } from "@/app/_features/alerts/row";
import { readUpTo } from "@/app/_client/unread";
import { cachedAlertList, useCachedAlerts } from "@/app/_features/alerts/use-cached-alerts";
import { useFollowStates } from "@/app/_features/alerts/use-follow-states";
import type { FollowState } from "@/app/_client/follow-state";
import { useAlerts } from "@/app/_features/alerts/use-alerts";
import { Sentinel, Trouble } from "@/app/_features/feed/rows";
import { useHotkey } from "@/app/_client/hotkeys";
import { Pill } from "@/app/_ui/pill";
import type { GroupedNotifications, Notification } from "@/lib/notifications/schema";

interface AlertsListProps {
  first: GroupedNotifications;
  /** The `max_id` of the page below the first one. */
  next: string | null;
  types: readonly Notification["type"][];
  viewerId: string;
  /** How far the viewer had read when the page was rendered. */
  readTo: string;
  /** The viewer's relationships to those who followed them. */
  standings: Record<string, FollowState>;
  empty: ReactNode;
}

/** An endless list of alerts. New ones wait behind a pill, so that nothing moves while somebody reads. */
export function AlertsList({
  first,
  next,
  types,
  viewerId,
  readTo,
  standings: standingsAtFirst,
  empty,
}: AlertsListProps) {
  const name = types.join() || "all";
  const [from] = useState(() => (typeof window === "undefined" ? null : cachedAlertList(name)));
  const { alerts, trouble, loadOlder, reveal } = useAlerts(
    useMemo(() => ({ types }), [types]),
    () => from?.alerts ?? { rows: rowsOf(first), waiting: [], next },
  );
  useCachedAlerts(name, alerts, from);
  const { rows, waiting } = alerts;
  const standings = useFollowStates(rows, standingsAtFirst);
  const newest = rows[0]?.newestId;
  const whole = types.length === 0;
  useEffect(() => {
    if (!whole || newest === undefined || newest <= readTo) return;
    const read = () => document.visibilityState === "visible" && void readUpTo(newest);
    read();
    document.addEventListener("visibilitychange", read, { once: true });
    return () => document.removeEventListener("visibilitychange", read);
  }, [whole, newest, readTo]);
  const show = useCallback(() => {
    reveal();
    requestAnimationFrame(() => scrollTo({ top: 0 }));
  }, [reveal]);
  useHotkey(".", show, waiting.length > 0);
  const more = useCallback(() => void loadOlder(), [loadOlder]);
  return (
    <>
      {/* A feed without articles is none to a screen reader. */}
      <div {...(rows.length > 0 && { role: "feed", "aria-label": "Alerts" })}>
        {rows.map((row) => (
          <AlertRow
            key={row.key}
            row={row}
            viewerId={viewerId}
            unread={row.newestId > readTo}
            standing={standings[row.people[0]?.id ?? ""]}
          />
        ))}
      </div>
      {rows.length === 0 && alerts.next === null && empty}
      {trouble ? <Trouble sentence={trouble} again={more} /> : alerts.next !== null && <Sentinel seen={more} />}
      <Pill waiting={inRows(waiting)} show={show} kind="alerts" />
    </>
  );
}

/** The newest alert of each waiting row: the pill counts rows, as the reader sees them. */
function inRows(waiting: Notification[]): Notification[] {
  return [...new Map(waiting.map((one) => [one.group_key, one])).values()].toReversed();
}
