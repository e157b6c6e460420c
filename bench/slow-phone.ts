import { chromium, type Browser, type Page } from "@playwright/test";
import { quantile, type Figure } from "@/bench/figures";
import { origin } from "@/bench/http";
import type { ComparedPage } from "@/bench/pages";

const VISITS = Number(process.env["BENCH_ROUNDS"] ?? 5);
/** How many times slower than this machine's the phone's processor is. */
const SLOWER = 4;
/** Lighthouse's slow 3G: bytes a second, and ms to the server and back. */
const SLOW_3G = { downloadThroughput: (400 * 1024) / 8, uploadThroughput: (400 * 1024) / 8, latency: 400 };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

/**
 * What somebody waits for on a phone whose processor is four times slower: the first text on slow 3G of each page, with
 * nothing kept from before, and the longest interaction on Home, once it is there.
 */
export async function benchSlowPhone(pages: ComparedPage[]): Promise<Figure[]> {
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] || undefined,
    args: ["--no-sandbox"],
  });
  try {
    const figures: Figure[] = [];
    for (const page of pages) {
      const times: number[] = [];
      while (times.length < VISITS) times.push(await firstText(browser, page));
      const what = `${page.name}: first text, slow 3G, processor ÷ ${SLOWER}`;
      figures.push({ what, value: quantile(times, 0.5), unit: "ms", target: { most: 2_500 } });
    }
    const home = pages.find(({ cookie }) => cookie);
    if (home) figures.push(...(await longestInteractions(browser, home)));
    return figures;
  } finally {
    await browser.close();
  }
}

async function visit(browser: Browser, { path, cookie }: ComparedPage, network?: typeof SLOW_3G) {
  const context = await browser.newContext(PHONE);
  if (cookie) await context.setExtraHTTPHeaders({ cookie });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  if (network) await devtools.send("Network.emulateNetworkConditions", { offline: false, ...network });
  await page.goto(origin + path, { waitUntil: "commit", timeout: 60_000 });
  return { context, page };
}

async function firstText(browser: Browser, page: ComparedPage): Promise<number> {
  const { context, page: opened } = await visit(browser, page, SLOW_3G);
  try {
    return await opened.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            const paint = list.getEntriesByName("first-contentful-paint")[0];
            if (paint) resolve(paint.startTime);
          }).observe({ type: "paint", buffered: true });
        }),
    );
  } finally {
    await context.close();
  }
}

/** What people do on Home, by name. Each leaves the page as it was. */
const DEEDS: Record<string, (page: Page) => Promise<unknown>> = {
  "a like": (page) => page.getByRole("button", { name: /^Like/ }).first().tap(),
  "the menu of a bark": async (page) => {
    await page.getByRole("button", { name: /^More/ }).first().tap();
    await page.waitForTimeout(1_000);
    await page.keyboard.press("Escape");
  },
  "opening the composer": async (page) => {
    await page
      .getByRole("button", { name: "Bark", exact: true })
      .or(page.getByRole("link", { name: "Bark" }))
      .last()
      .tap();
    await page.waitForTimeout(1_500);
  },
  typing: async (page) => {
    await page.keyboard.type("Bread, still warm", { delay: 120 });
    await page.waitForTimeout(500);
  },
};

/** The longest interaction of each kind, from its event to the next frame: what the Event Timing API reports. */
async function longestInteractions(browser: Browser, home: ComparedPage): Promise<Figure[]> {
  const { context, page } = await visit(browser, home);
  try {
    await page.locator("html[data-ready]").waitFor({ timeout: 60_000 });
    await page.waitForTimeout(3_000);
    await observe(page);
    const figures: Figure[] = [];
    for (const [name, deed] of Object.entries(DEEDS)) {
      await page.evaluate(() => ((window as { longest?: number }).longest = 0));
      await deed(page);
      await page.waitForTimeout(1_000);
      const value = await page.evaluate(() => (window as { longest?: number }).longest ?? 0);
      figures.push({ what: `Home: ${name}, processor ÷ ${SLOWER}`, value, unit: "ms", target: { most: 200 } });
    }
    return figures;
  } finally {
    await context.close();
  }
}

async function observe(page: Page): Promise<void> {
  await page.evaluate(() => {
    const kept = window as { longest?: number };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) kept.longest = Math.max(kept.longest ?? 0, duration);
    }).observe({ type: "event", durationThreshold: 16, buffered: false } as PerformanceObserverInit);
  });
}
