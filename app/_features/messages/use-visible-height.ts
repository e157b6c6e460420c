import { useEffect } from "react";

/**
 * Keeps the height of the part of the window that a keyboard on the screen leaves in `--visible`, so that the field of a
 * conversation stands above it.
 */
export function useVisibleHeight(): void {
  useEffect(() => {
    const view = window.visualViewport;
    if (!view) return;
    const root = document.documentElement;
    const measure = () => {
      // Zooming changes it too, but must not move what is read.
      if (view.scale > 1.01) return;
      root.style.setProperty("--visible", `${view.height}px`);
      if (view.height < innerHeight - 1) scrollTo({ top: 0 });
    };
    measure();
    view.addEventListener("resize", measure);
    return () => {
      view.removeEventListener("resize", measure);
      root.style.removeProperty("--visible");
    };
  }, []);
}
