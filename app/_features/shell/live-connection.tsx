"use client";

import { useEffect } from "react";
import { connectLive } from "@/app/_client/live/live";

/** The keys for encrypted messages are made this long (ms) after the page, which has priority. */
const KEYS_MS = 10_000;

/** Makes this browser one that others can write to, and keeps the page live, while somebody is signed in. Renders nothing. */
export function LiveConnection({ personId }: { personId: string }) {
  useEffect(() => {
    let left = false;
    let leave = () => {};
    // After the first paint: the page's content has priority.
    const timer = setTimeout(() => {
      void connectLive(personId).then(
        (end) => (left ? end() : (leave = end)),
        // Its code could not be loaded; until the next page load, the server is polled instead.
        () => undefined,
      );
    }, 300);
    const keys = setTimeout(() => {
      void import("@/app/_client/messages/enrol")
        .then(({ enrolQuietly }) => enrolQuietly(personId))
        .catch(() => undefined);
    }, KEYS_MS);
    return () => {
      left = true;
      clearTimeout(timer);
      clearTimeout(keys);
      leave();
    };
  }, [personId]);
  return null;
}
