import { serverNow } from "@/app/_client/clock";
import { device } from "@/app/_client/device";
import type { Feed } from "@/app/_client/feed-model";

/** A position in a feed: the loaded rows, the bark at the top of the screen, and how far it was scrolled. */
export interface ScrollPosition {
  feed: Feed;
  anchor: string;
  /** How many pixels of the anchor are above the top of the screen. */
  offset: number;
  at: number;
}

const KEPT_MS = 24 * 60 * 60 * 1000;
/** The number of rows remembered around the anchor; more than fit on screen before another page loads. */
const ROWS = 120;

// The number is the version of the stored format of barks.
const keyOf = (feed: string) => `place:2:${feed}`;

/** Stores a position on this device, also beyond the end of the app where it has room. */
export function saveScrollPosition(name: string, place: ScrollPosition): void {
  const index = place.feed.rows.findIndex((row) => row.key === place.anchor);
  const from = Math.max(0, index - ROWS / 2);
  // Barks that are being sent are stored elsewhere, and may have arrived by the next visit.
  const rows = place.feed.rows.slice(from, from + ROWS).filter(({ kind }) => kind !== "sending");
  const ended = place.feed.ended && from + ROWS >= place.feed.rows.length;
  const waiting = from > 0 ? [] : place.feed.waiting;
  const next = ended ? null : place.feed.next;
  device.set(keyOf(name), JSON.stringify({ ...place, feed: { rows, waiting, ended, withdrawn: [], next } }));
}

/** The stored position of a feed, if there is one from the last day. */
export function loadScrollPosition(name: string): ScrollPosition | null {
  try {
    const place = JSON.parse(device.get(keyOf(name)) ?? "null") as ScrollPosition | null;
    return place && serverNow() - place.at < KEPT_MS ? place : null;
  } catch {
    return null;
  }
}

/** At the top there is no position to restore. */
export function clearScrollPosition(name: string): void {
  device.set(keyOf(name), null);
}
