"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

interface FreshProps {
  /** How often it is read anew while it is on screen (ms). */
  every: number;
}

/** Reads the page anew when one comes back to it, and now and then; never under somebody who reads further down. */
export function Fresh({ every }: FreshProps) {
  const router = useRouter();
  useEffect(() => {
    const read = () => {
      if (document.visibilityState === "visible" && navigator.onLine && scrollY < innerHeight / 2) router.refresh();
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
