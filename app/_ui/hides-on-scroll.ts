"use client";

import { useEffect, useState } from "react";

/** What a reader scrolls with. */
const INPUT = ["wheel", "touchmove", "keydown", "pointerdown"];
/** A scroll that was begun by a reader ends when it has paused for this long (ms), also one that glides on. */
const PAUSE_MS = 250;

/**
 * True while the reader scrolls down, false while they scroll up and near the top of the page. Scrolls by the program,
 * which restores a place or adjusts for rows above, change nothing.
 */
export function useHidesOnScroll(): boolean {
  const [hidden, setHidden] = useState(false);
  useEffect(() => {
    let before = scrollY;
    let reads = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const begin = () => {
      clearTimeout(timer);
      reads = true;
      timer = setTimeout(() => (reads = false), PAUSE_MS);
    };
    const moved = () => {
      if (scrollY <= 200) setHidden(false);
      if (!reads) return void (before = scrollY);
      begin();
      if (Math.abs(scrollY - before) < 12) return;
      setHidden(scrollY > before && scrollY > 200);
      before = scrollY;
    };
    for (const input of INPUT) addEventListener(input, begin, { passive: true });
    addEventListener("scroll", moved, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const input of INPUT) removeEventListener(input, begin);
      removeEventListener("scroll", moved);
    };
  }, []);
  return hidden;
}
