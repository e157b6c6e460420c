import { serverNow } from "@/app/_client/clock";
import { device } from "@/app/_client/device";
import type { Feed } from "@/app/_client/feed-model";

/** Where somebody was in a feed: the rows they had, the bark at the top of the screen, and how far it was scrolled. */
export interface ScrollPosition {
  feed: Feed;
  anchor: string;
  /** Pixels of the anchor that are above the top of the screen. */
  offset: number;
  at: number;
}

const KEPT_MS = 24 * 60 * 60 * 1000;
/** Rows remembered around the anchor; more than anybody sees without loading again. */
const ROWS = 120;

// The number counts the shapes that a bark had in this store.
const keyOf = (feed: string) => `place:2:${feed}`;

/** Remembers a place on this device, also past the end of the app where it has room. */
export function saveScrollPosition(name: string, place: ScrollPosition): void {
  const index = place.feed.rows.findIndex((row) => row.key === place.anchor);
  const from = Math.max(0, index - ROWS / 2);
  // What is on its way is known elsewhere, and may have arrived when somebody comes back.
  const rows = place.feed.rows.slice(from, from + ROWS).filter(({ kind }) => kind !== "sending");
  const ended = place.feed.ended && from + ROWS >= place.feed.rows.length;
  const waiting = from > 0 ? [] : place.feed.waiting;
  const next = ended ? null : place.feed.next;
  device.set(keyOf(name), JSON.stringify({ ...place, feed: { rows, waiting, ended, withdrawn: [], next } }));
}

/** The place remembered for a feed, if there is one from the last day. */
export function loadScrollPosition(name: string): ScrollPosition | null {
  try {
    const place = JSON.parse(device.get(keyOf(name)) ?? "null") as ScrollPosition | null;
    return place && serverNow() - place.at < KEPT_MS ? place : null;
  } catch {
    return null;
  }
}

/** At the top there is nothing to come back to. */
export function clearScrollPosition(name: string): void {
  device.set(keyOf(name), null);
}
