import { createStore } from "@/app/_client/create-store";
import { useStore } from "@/app/_client/use-store";
import { cachedSince } from "@/app/_client/offline-cache";

const TICK_MS = 30_000;
/** Answers tell whole seconds, and take their time: less than this (ms) is no difference. */
const DOUBT_MS = 2_000;

/** The server's time as it is shown, renewed twice a minute while somebody looks; null before it is first asked for. */
const shown = createStore<number | null>(null, () => {
  tick();
  const timer = setInterval(tick, TICK_MS);
  document.addEventListener("visibilitychange", tick);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", tick);
  };
});
/** How far (ms) the server's clock is before this device's. Theirs is the one that barks have their times from. */
let ahead: number | null = null;

/** What time it is, in Unix ms, as the server has it: a device whose clock is wrong shows right times. */
export function serverNow(): number {
  ahead ??= pageOffset();
  return Date.now() + ahead;
}

/** Learns from an answer's `Date` how far this device's clock is off. */
export function learnTime(date: string | null): void {
  const told = Date.parse(date ?? "");
  if (Number.isNaN(told) || Math.abs(told - serverNow()) < DOUBT_MS) return;
  ahead = told - Date.now();
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

/** From the time that a page was made at and the one it came at; a page that was kept tells nothing. */
function pageOffset(): number {
  const made = Number(document.querySelector<HTMLMetaElement>('meta[name="barker-now"]')?.content);
  const [visit] = performance.getEntriesByType("navigation");
  if (!made || !(visit instanceof PerformanceNavigationTiming) || cachedSince() !== null) return 0;
  const came = Date.now() - performance.now() + visit.responseStart;
  return Math.abs(made - came) < DOUBT_MS ? 0 : made - came;
}
