"use client";

import { useEffect } from "react";

/**
 * Sets on <html> that the page is interactive: its scripts are loaded and hydration is complete. Tests wait for it.
 * Renders nothing.
 */
export function Ready() {
  useEffect(() => {
    // Parts of the page are hydrated one after the other; the browser is idle after the last one.
    const whenIdle = window.requestIdleCallback ?? ((then: () => void) => setTimeout(then, 200));
    const say = () => whenIdle(() => void (document.documentElement.dataset["ready"] = ""));
    if (document.readyState === "complete") say();
    else window.addEventListener("load", say, { once: true });
  }, []);
  return null;
}
