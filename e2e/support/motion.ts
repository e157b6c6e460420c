import type { Page } from "@playwright/test";

/**
 * Ends each animation and transition when it begins, because a colour on its way has another contrast: parts that are
 * loaded late would fade in while a page is examined.
 */
export function endMotionAtOnce(): void {
  for (const beginning of ["animationstart", "transitionrun"])
    document.addEventListener(
      beginning,
      () => {
        for (const motion of document.getAnimations())
          if (motion.effect?.getComputedTiming().endTime !== Infinity) motion.finish();
      },
      { capture: true },
    );
}

/** Waits until all transitions end, because a colour in transition has another contrast. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}
