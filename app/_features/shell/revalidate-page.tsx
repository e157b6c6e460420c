"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";

interface FreshProps {
  /** How often (ms) it is fetched again while it is on screen. */
  every: number;
}

/** Fetches the page again on return to it, and at intervals; not while its reader has scrolled down. */
export function RevalidatePage({ every }: FreshProps) {
  const router = useRouter();
  const [reading, begin] = useTransition();
  const busy = useRef(false);
  useEffect(() => void (busy.current = reading), [reading]);
  useEffect(() => {
    const read = () => {
      const seen = document.visibilityState === "visible" && scrollY < innerHeight / 2;
      // On a slow connection the last request is awaited, so that requests do not queue before somebody's tap.
      if (seen && navigator.onLine && !busy.current) begin(() => router.refresh());
    };
    const timer = setInterval(read, every);
    addEventListener("focus", read);
    document.addEventListener("visibilitychange", read);
    return () => {
      clearInterval(timer);
      removeEventListener("focus", read);
      document.removeEventListener("visibilitychange", read);
    };
  }, [router, every]);
  return null;
}
