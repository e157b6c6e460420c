"use client";

import { useEffect, useLayoutEffect, useRef } from "react";
import type { Alerts } from "@/app/_features/alerts/model";

/** A list that one left for a page behind it is kept this long (ms). */
const KEPT_MS = 10 * 60_000;

interface Kept {
  alerts: Alerts;
  scroll: number;
  at: number;
}

const kept = new Map<string, Kept>();
let wentBackAt = Number.NEGATIVE_INFINITY;
if (typeof window !== "undefined") addEventListener("popstate", () => (wentBackAt = performance.now()));

/** The list as one left it, for whoever comes back to it by going back; null for whoever comes anew. */
export function cachedAlertList(name: string): Kept | null {
  const list = kept.get(name);
  const back = performance.now() - wentBackAt < 2_000;
  return back && list && performance.now() - list.at < KEPT_MS ? list : null;
}

/** Keeps a list and the place in it when it is left, and returns to the place where it was kept. */
export function useCachedAlerts(name: string, alerts: Alerts, from: Kept | null): void {
  const latest = useRef({ alerts, scroll: 0 });
  useEffect(() => void (latest.current.alerts = alerts), [alerts]);
  useLayoutEffect(() => {
    if (from) scrollTo({ top: from.scroll });
  }, [from]);
  useEffect(() => {
    // Read while one is here: when the list has gone, so has its height.
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
