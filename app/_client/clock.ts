import { createStore } from "@/app/_client/create-store";
import { useStore } from "@/app/_client/use-store";
import { cachedSince } from "@/app/_client/offline-cache";

const TICK_MS = 30_000;
/** Answers have a resolution of a second, and a delay: a difference smaller than this (ms) is ignored. */
const TOLERANCE_MS = 2_000;

/** The server's time as shown, renewed twice a minute while it is used; null before it is first requested. */
const shown = createStore<number | null>(null, () => {
  tick();
  const timer = setInterval(tick, TICK_MS);
  document.addEventListener("visibilitychange", tick);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", tick);
  };
});
/** How far (ms) the server's clock is ahead of this device's. The times of barks are the server's. */
let clockOffset: number | null = null;

/** The server's current time, in Unix ms: a device whose clock is wrong shows correct times. */
export function serverNow(): number {
  clockOffset ??= pageOffset();
  return Date.now() + clockOffset;
}

/** Measures from an answer's `Date` how far this device's clock is off. */
export function learnTime(date: string | null): void {
  const told = Date.parse(date ?? "");
  if (Number.isNaN(told) || Math.abs(told - serverNow()) < TOLERANCE_MS) return;
  clockOffset = told - Date.now();
  tick();
}

/** The time to show, the same for every component until it is renewed; null on the server. */
export function useShownNow(): number | null {
  return useStore(shown, firstShown, null);
}

function firstShown(now: number | null): number {
  if (now !== null) return now;
  const first = serverNow();
  shown.set(first);
  return first;
}

function tick(): void {
  shown.set(serverNow());
}

/** Measures it from when a page was made and when it arrived; a page from the offline cache is ignored. */
function pageOffset(): number {
  const made = Number(document.querySelector<HTMLMetaElement>('meta[name="barker-now"]')?.content);
  const [visit] = performance.getEntriesByType("navigation");
  if (!made || !(visit instanceof PerformanceNavigationTiming) || cachedSince() !== null) return 0;
  const came = Date.now() - performance.now() + visit.responseStart;
  return Math.abs(made - came) < TOLERANCE_MS ? 0 : made - came;
}
