"use client";

import { useEffect } from "react";
import { applyAppearance } from "@/app/_client/appearance";
import { repeatEarlyPresses } from "@/app/_features/shell/early-presses";

/**
 * Sets on <html> how the page looks, which a page kept for offline reading may not know, and that the page is interactive:
 * its scripts are loaded and hydration is complete. Tests wait for it. Repeats what was pressed before.
 * Renders nothing.
 */
export function Ready() {
  useEffect(() => {
    applyAppearance();
    repeatEarlyPresses();
    // Parts of the page are hydrated one after the other; the browser is idle after the last one.
    const whenIdle = window.requestIdleCallback ?? ((then: () => void) => setTimeout(then, 200));
    const say = () => whenIdle(() => void (document.documentElement.dataset["ready"] = ""));
    if (document.readyState === "complete") say();
    else window.addEventListener("load", say, { once: true });
  }, []);
  return null;
}
