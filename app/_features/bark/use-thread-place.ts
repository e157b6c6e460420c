"use client";

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { saveThreadPlace, threadPlace } from "@/app/_features/bark/thread-place";
import { holdAnchor, topmostRow } from "@/app/_features/feed/use-scroll-position";

/** How many rows are shown at first, and are added near the end. */
const STEP = 40;
const SAVE_EVERY_MS = 250;

/** Keeps a reader's position in a conversation: back and reload return to the same bark, with the same replies unfolded. */
export function useThreadPlace(opened: ReadonlySet<string>, setOpened: (opened: ReadonlySet<string>) => void) {
  const [end, setEnd] = useState(STEP);
  const latest = useRef({ end, opened });
  useEffect(() => void (latest.current = { end, opened }), [end, opened]);

  useLayoutEffect(() => {
    const place = threadPlace();
    if (!place) return;
    setEnd(place.end);
    setOpened(new Set(place.opened));
    requestAnimationFrame(() => holdAnchor(place));
  }, [setOpened]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      timer = undefined;
      const top = topmostRow();
      if (top) saveThreadPlace({ ...top, end: latest.current.end, opened: [...latest.current.opened] });
    };
    const soon = () => void (timer ??= setTimeout(save, SAVE_EVERY_MS));
    addEventListener("scroll", soon, { passive: true });
    addEventListener("pagehide", save);
    return () => {
      clearTimeout(timer);
      removeEventListener("scroll", soon);
      removeEventListener("pagehide", save);
    };
  }, []);
  const more = useCallback(() => setEnd((before) => before + STEP), []);
  return { end, more };
}
