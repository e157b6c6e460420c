"use client";

import { useEffect } from "react";

/** Registers the service worker, which makes the app installable and honest when offline. */
export function ServiceWorker() {
  useEffect(() => {
    if ("serviceWorker" in navigator) navigator.serviceWorker.register("/sw.js").catch(() => undefined);
  }, []);
  return null;
}
