"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { watchInstall } from "@/app/_client/install";
import { cacheVisit } from "@/app/_client/offline-cache";
import { outboxProvider } from "@/app/_client/outbox/mutate";

/** A page open this long (ms) counts as read, and is cached for offline use. */
const READING_MS = 2_000;
/** The code for writing offline is fetched this long (ms) after the page, whose content has priority. */
const IDLE_MS = 5_000;
/** How often (ms) an open page checks for a newer service worker. */
const RENEWED_MS = 3_600_000;

/**
 * Registers the service worker, which caches pages and sends what waits, and reports the pages that were read. A new
 * version takes over by itself: no page is reloaded for it. Also keeps the browser's offer to install Barker.
 */
export function ServiceWorker() {
  const path = usePathname();
  useEffect(watchInstall, []);
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

/** Preloads the composer for people who may write, so that its code is cached. */
async function loadForLater(): Promise<void> {
  if (outboxProvider() === null || !navigator.onLine) return;
  await Promise.allSettled([import("@/app/_features/compose/window"), import("@/app/_features/compose/extras")]);
  cacheVisit();
}
