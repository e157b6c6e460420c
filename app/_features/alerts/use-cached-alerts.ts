"use client";

import { useEffect, useLayoutEffect, useRef } from "react";
import type { Alerts } from "@/app/_features/alerts/model";

/** How long (ms) a list is kept after navigating to another page. */
const KEPT_MS = 10 * 60_000;

interface Kept {
  alerts: Alerts;
  scroll: number;
  at: number;
}

const kept = new Map<string, Kept>();
let wentBackAt = Number.NEGATIVE_INFINITY;
if (typeof window !== "undefined") addEventListener("popstate", () => (wentBackAt = performance.now()));

/** The list as it was left, for navigation back; null for a new visit. */
export function cachedAlertList(name: string): Kept | null {
  const list = kept.get(name);
  const back = performance.now() - wentBackAt < 2_000;
  return back && list && performance.now() - list.at < KEPT_MS ? list : null;
}

/** Keeps a list and its scroll position when it is left, and restores the position of a kept list. */
export function useCachedAlerts(name: string, alerts: Alerts, from: Kept | null): void {
  const latest = useRef({ alerts, scroll: 0 });
  useEffect(() => void (latest.current.alerts = alerts), [alerts]);
  useLayoutEffect(() => {
    if (from) scrollTo({ top: from.scroll });
  }, [from]);
  useEffect(() => {
    // Measured while the list is shown: its height is gone with it.
    const note = () => (latest.current.scroll = scrollY);
    note();
    addEventListener("scroll", note, { passive: true });
    const current = latest.current;
    return () => {
      removeEventListener("scroll", note);
      kept.set(name, { ...current, at: performance.now() });
    };
  }, [name]);
}
