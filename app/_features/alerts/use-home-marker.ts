"use client";

import { useEffect, useRef, type Dispatch, type RefObject, type SetStateAction } from "react";
import type { WindowVirtualizerHandle } from "virtua";
import { PAGE_SIZE, send } from "@/app/_client/api";
import { reach } from "@/app/_client/feed-model";
import { device } from "@/app/_client/device";
import type { Feed } from "@/app/_client/feed-model";
import { holdAnchor, topmostRow } from "@/app/_features/feed/use-scroll-position";
import { loadScrollPosition } from "@/app/_client/scroll-position";
import type { Status } from "@/lib/barks/schema";
import type { Markers } from "@/lib/markers/schema";

/** A bark counts as read after this long (ms) at the top. */
const STAYED_MS = 1_500;
/** The edge below the top bar, where the visible part of the list begins. */
const UPPER_EDGE = 60;

const keyOf = (name: string) => `marker:${name}`;

interface HomeMarker {
  /** The feed's name on this device; null for feeds without a marker. */
  name: string | null;
  feed: Feed;
  setFeed: Dispatch<SetStateAction<Feed>>;
  list: RefObject<WindowVirtualizerHandle | null>;
}

/**
 * Shares how far Home was read with the person's other devices, and continues here where another one stopped. A reader who
 * has begun to read here, or stopped here last, is not moved.
 */
export function useHomeMarker({ name, feed, setFeed, list }: HomeMarker): void {
  const latest = useRef(feed);
  useEffect(() => void (latest.current = feed), [feed]);
  const wanted = useRef<string | null>(null);

  useEffect(() => {
    if (name === null) return;
    let told = device.get(keyOf(name)) ?? "";
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      const id = topmostRow()?.anchor ?? "";
      if (wanted.current !== null || document.visibilityState === "hidden" || !/^\d+$/.test(id) || id <= told) return;
      told = id;
      device.set(keyOf(name), id);
      void send("/api/v1/markers", { method: "POST", json: { home: { last_read_id: id } }, keepalive: true });
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(tell, STAYED_MS);
    };
    soon();
    addEventListener("scroll", soon, { passive: true });
    return () => {
      clearTimeout(timer);
      removeEventListener("scroll", soon);
    };
  }, [name]);

  useEffect(() => {
    if (name === null) return;
    const [place, began] = [loadScrollPosition(name), performance.now()];
    let touched = false;
    const touch = () => (touched = true);
    const signs = ["wheel", "touchstart", "keydown", "pointerdown"];
    for (const sign of signs) addEventListener(sign, touch, { passive: true, once: true });
    const restore = async () => {
      const outcome = await send<Markers>("/api/v1/markers?timeline[]=home");
      const marker = outcome.ok ? outcome.value.home : undefined;
      if (!marker || marker.last_read_id === device.get(keyOf(name))) return;
      const id = marker.last_read_id;
      if (place && (place.at > Date.parse(marker.updated_at) || place.anchor >= id)) return;
      const rows = latest.current.rows;
      const missing = !rows.some((row) => row.kind === "bark" && row.key <= id);
      const page = missing
        ? await send<Status[]>(`/api/v1/timelines/home?limit=${PAGE_SIZE}&max_id=${above(id)}`)
        : null;
      if (touched || performance.now() - began > 10_000 || (page && !page.ok)) return;
      wanted.current = id;
      setFeed((before) =>
        page?.ok ? reach(before, page.value, page.value.length < PAGE_SIZE) : { ...before, rows: [...before.rows] },
      );
    };
    void restore();
    return () => {
      for (const sign of signs) removeEventListener(sign, touch);
    };
  }, [name, setFeed]);

  useEffect(() => {
    const id = wanted.current;
    if (id === null) return;
    wanted.current = null;
    const index = feed.rows.findIndex((row) => row.kind === "bark" && row.key <= id);
    const row = feed.rows[index];
    if (!row || index === 0) return;
    list.current?.scrollToIndex(index);
    holdAnchor({ anchor: row.key, offset: UPPER_EDGE });
  }, [feed.rows, list]);
}

/** The bound directly above an id. */
function above(id: string): string {
  return (BigInt(id) + 1n).toString();
}
