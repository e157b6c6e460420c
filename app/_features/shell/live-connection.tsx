"use client";

import { useEffect } from "react";
import { connectLive } from "@/app/_client/live/live";

/** Keeps the page live while somebody is signed in. Renders nothing. */
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
    return () => {
      left = true;
      clearTimeout(timer);
      leave();
    };
  }, [personId]);
  return null;
}
