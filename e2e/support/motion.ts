import type { Page } from "@playwright/test";

/**
 * For `addInitScript`: nothing moves or fades, because a colour on its way has another contrast, and parts that are loaded
 * late would fade in while a page is examined.
 */
export function withoutMotion(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("*, ::before, ::after { animation: none !important; transition: none !important; }");
  document.adoptedStyleSheets.push(sheet);
}

/** Waits until all transitions end, because a colour in transition has another contrast. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}
