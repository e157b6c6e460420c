"use client";

import { useEffect } from "react";
import { send } from "@/app/_client/api";
import { device } from "@/app/_client/device";
import { noteHomeDevice } from "@/app/_client/home-device";
import { topmostRow } from "@/app/_features/feed/use-scroll-position";

/** A bark counts as read after this long (ms) at the top. */
const STAYED_MS = 1_500;

/**
 * Shares how far Home was read with the person's other devices; the server begins their next page of Home there.
 *
 * @param personId null for feeds without a marker
 * @param placed the marker of another device at which this page begins; "" if it does not
 */
export function useHomeMarker(personId: string | null, placed: string): void {
  useEffect(() => {
    if (personId === null) return;
    const key = `marker:home:${personId}`;
    const known = device.get(key) ?? "";
    let told = known > placed ? known : placed;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      const id = topmostRow()?.anchor ?? "";
      if (document.visibilityState === "hidden" || !/^\d+$/.test(id) || id <= told) return;
      told = id;
      device.set(key, id);
      noteHomeDevice(personId, { told: id });
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
  }, [personId, placed]);
}
