"use client";

import { useEffect, useLayoutEffect, useRef, type Dispatch, type RefObject, type SetStateAction } from "react";
import type { WindowVirtualizerHandle } from "virtua";
import { ingestCached } from "@/app/_client/bark-store";
import { serverNow } from "@/app/_client/clock";
import { rejoin, statusesOf, withSending, type Feed } from "@/app/_client/feed-model";
import { noteHomeDevice } from "@/app/_client/home-device";
import {
  clearScrollPosition,
  loadScrollPosition,
  saveScrollPosition,
  type ScrollPosition,
} from "@/app/_client/scroll-position";
import { revalidate } from "@/app/_client/live/revalidate";
import type { Status } from "@/lib/barks/schema";

/** Closer to the top than this (px), a reader is at the top, and there is no position to restore. */
const TOP = 120;
/** How many of the stored barks are revalidated. */
const REFRESHED = 40;
const SAVE_EVERY_MS = 250;
/** For this long (ms) rows around the position may still be measured. */
const SETTLING_MS = 1_500;

/**
 * Keeps a reader's position in a feed on this device: back, reload and a killed app return to the same bark at the same
 * offset. Newer barks wait; where some may be missing there is a gap.
 *
 * @param placedAt when another device set the place at which the list begins (Unix ms); 0 if none did
 * @param home whose Home this is; null for other feeds
 */
export function useScrollPosition(
  name: string,
  feed: Feed,
  setFeed: Dispatch<SetStateAction<Feed>>,
  first: Status[],
  list: RefObject<WindowVirtualizerHandle | null>,
  placedAt: number,
  home: string | null,
): void {
  const returning = useRef<ScrollPosition | null>(null);
  const latest = useRef(feed);
  useEffect(() => void (latest.current = feed), [feed]);

  useLayoutEffect(() => {
    history.scrollRestoration = "manual";
    const place = loadScrollPosition(name);
    if (!place || place.at < placedAt) return;
    returning.current = place;
    const kept = statusesOf(place.feed);
    kept.forEach(ingestCached);
    setFeed((before) => withSending(rejoin(place.feed, first), before));
    void revalidate(around(kept, place.anchor));
  }, [name, first, setFeed, placedAt]);

  useLayoutEffect(() => {
    const place = returning.current;
    const index = place ? feed.rows.findIndex((row) => row.key === place.anchor) : -1;
    if (!place || index < 0) return;
    returning.current = null;
    list.current?.scrollToIndex(index);
    holdAnchor(place);
  }, [feed.rows, list]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      timer = undefined;
      if (returning.current) return;
      const anchor = scrollY < TOP ? null : topmostRow();
      const at = serverNow();
      if (anchor) saveScrollPosition(name, { ...anchor, feed: latest.current, at });
      else clearScrollPosition(name);
      if (home !== null) noteHomeDevice(home, { placeAt: anchor ? at : 0 });
    };
    const soon = () => (timer ??= setTimeout(save, SAVE_EVERY_MS));
    addEventListener("scroll", soon, { passive: true });
    addEventListener("pagehide", save);
    return () => {
      clearTimeout(timer);
      removeEventListener("scroll", soon);
      removeEventListener("pagehide", save);
    };
  }, [name, home]);
}

/** The barks near the position, which are seen first. */
function around(kept: Status[], anchor: string): Status[] {
  const at = kept.findIndex(({ id }) => id === anchor);
  return kept.slice(Math.max(0, at - REFRESHED / 4), at + (3 * REFRESHED) / 4);
}

/** The bark at the top of the visible part, and the offset of its upper edge. */
export function topmostRow(): { anchor: string; offset: number } | null {
  for (const row of document.querySelectorAll<HTMLElement>("[data-row]")) {
    const { top, bottom } = row.getBoundingClientRect();
    if (bottom > 60 && row.dataset["row"]) return { anchor: row.dataset["row"], offset: top };
  }
  return null;
}

/**
 * Scrolls the anchor to its offset and keeps it there while rows above it are measured and fonts are loaded, until the
 * reader scrolls.
 */
export function holdAnchor({ anchor, offset }: Pick<ScrollPosition, "anchor" | "offset">): void {
  const end = performance.now() + SETTLING_MS;
  const reader = new AbortController();
  for (const input of ["wheel", "touchstart", "pointerdown", "keydown", "popstate"])
    addEventListener(input, () => reader.abort(), { passive: true, signal: reader.signal });
  const hold = () => {
    if (reader.signal.aborted) return;
    const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(anchor)}"]`);
    const off = row ? row.getBoundingClientRect().top - offset : 0;
    if (Math.abs(off) >= 1) scrollBy(0, off);
    if (performance.now() < end) requestAnimationFrame(hold);
    else reader.abort();
  };
  hold();
}
