"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { keepVisit } from "@/app/_ui/kept-visit";

/** Who stays this long (ms) reads the page, so it is kept for when there is no connection. */
const READING_MS = 2_000;
/** What is needed to write without a connection is fetched this long (ms) after a page came. */
const IDLE_MS = 8_000;
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
      if (document.visibilityState === "hidden") return keepVisit();
      if (Date.now() - asked < RENEWED_MS) return;
      asked = Date.now();
      void navigator.serviceWorker.ready.then((registration) => registration.update()).catch(() => undefined);
    };
    // From the second visit on: the first has better things to load.
    const ready = setTimeout(() => navigator.serviceWorker.controller && void loadForLater(), IDLE_MS);
    document.addEventListener("visibilitychange", seen);
    return () => {
      clearTimeout(ready);
      document.removeEventListener("visibilitychange", seen);
    };
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => navigator.onLine && keepVisit(path), READING_MS);
    return () => clearTimeout(timer);
  }, [path]);
  return null;
}

/** The window to write in, the emoji and the outbox: their code is kept as it is loaded. */
async function loadForLater(): Promise<void> {
  await Promise.allSettled([
    import("@/app/_ui/compose/window"),
    import("@/app/_ui/compose/sync"),
    import("@/app/_ui/outbox/keeper"),
  ]);
}
