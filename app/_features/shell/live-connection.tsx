"use client";

import { useEffect } from "react";
import { connectLive } from "@/app/_client/live/live";

/** Keeps the page live while somebody is signed in. It draws nothing. */
export function LiveConnection({ personId }: { personId: string }) {
  useEffect(() => {
    let left = false;
    let leave = () => {};
    // After the first paint: what is on the page matters before what comes.
    const timer = setTimeout(() => {
      void connectLive(personId).then(
        (end) => (left ? end() : (leave = end)),
        // Its code could not be loaded; until the next page the server is asked instead.
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
