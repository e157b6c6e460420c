"use client";

import { useEffect } from "react";

/**
 * Says on <html> that the page answers: its scripts are loaded and have taken over what the server drew. Tests wait
 * for it. It draws nothing.
 */
export function Ready() {
  useEffect(() => {
    // Parts of the page are taken over one after the other; the browser is idle when the last one is.
    const whenIdle = window.requestIdleCallback ?? ((then: () => void) => setTimeout(then, 200));
    const say = () => whenIdle(() => void (document.documentElement.dataset["ready"] = ""));
    if (document.readyState === "complete") say();
    else window.addEventListener("load", say, { once: true });
  }, []);
  return null;
}
