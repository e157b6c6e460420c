"use client";

import { useEffect, useState } from "react";

/** True while the reader scrolls down, false while they scroll up and near the top of the page. */
export function useHidesOnScroll(): boolean {
  const [hidden, setHidden] = useState(false);
  useEffect(() => {
    let before = scrollY;
    const moved = () => {
      if (Math.abs(scrollY - before) < 12) return;
      setHidden(scrollY > before && scrollY > 200);
      before = scrollY;
    };
    addEventListener("scroll", moved, { passive: true });
    return () => removeEventListener("scroll", moved);
  }, []);
  return hidden;
}
