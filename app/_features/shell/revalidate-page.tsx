"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";

interface FreshProps {
  /** How often it is read anew while it is on screen (ms). */
  every: number;
}

/** Reads the page anew when one comes back to it, and now and then; never under somebody who reads further down. */
export function RevalidatePage({ every }: FreshProps) {
  const router = useRouter();
  const [reading, begin] = useTransition();
  const busy = useRef(false);
  useEffect(() => void (busy.current = reading), [reading]);
  useEffect(() => {
    const read = () => {
      const seen = document.visibilityState === "visible" && scrollY < innerHeight / 2;
      // On a slow line the last reading is awaited, so that nobody's tap waits behind many of them.
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
