"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { cacheVisit } from "@/app/_client/offline-cache";
import { outboxProvider } from "@/app/_client/outbox/mutate";

/** Who stays this long (ms) reads the page, so it is kept for when there is no connection. */
const READING_MS = 2_000;
/** What is needed to write without a connection is fetched this long (ms) after a page came: what is on it came first. */
const IDLE_MS = 5_000;
/** A page that stays open asks this often (ms) for a newer service worker. */
const RENEWED_MS = 3_600_000;

/**
 * Registers the service worker, which keeps what was read and sends what waits, and tells it what is
 * read. A new version of it takes over by itself: no page is reloaded for it.
 */
export function ServiceWorker() {
  const path = usePathname();
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    let asked = Date.now();
    navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" }).catch(() => undefined);
    const seen = () => {
      if (document.visibilityState === "hidden") return cacheVisit();
      if (Date.now() - asked < RENEWED_MS) return;
      asked = Date.now();
      void navigator.serviceWorker.ready.then((registration) => registration.update()).catch(() => undefined);
    };
    const ready = setTimeout(() => void loadForLater(), IDLE_MS);
    document.addEventListener("visibilitychange", seen);
    return () => {
      clearTimeout(ready);
      document.removeEventListener("visibilitychange", seen);
    };
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => navigator.onLine && cacheVisit(path), READING_MS);
    return () => clearTimeout(timer);
  }, [path]);
  return null;
}

/** The window to write in, for those who may write: its code is kept as it is loaded. */
async function loadForLater(): Promise<void> {
  if (outboxProvider() === null || !navigator.onLine) return;
  await Promise.allSettled([import("@/app/_features/compose/window"), import("@/app/_features/compose/extras")]);
  cacheVisit();
}
