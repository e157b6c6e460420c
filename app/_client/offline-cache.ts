import { tellWorker } from "@/app/_client/worker";

/** When the page on screen was read, in Unix ms, if it comes from the offline cache; else null. */
export function cachedSince(): number | null {
  const [visit] = performance.getEntriesByType("navigation");
  const timing = (visit as PerformanceNavigationTiming | undefined)?.serverTiming;
  const kept = timing?.find(({ name }) => name === "kept");
  return kept ? Number(kept.description) : null;
}

/** Caches this page, with everything that it has loaded, for reading offline. */
export function cacheVisit(path = location.pathname): void {
  const parts = performance.getEntriesByType("resource").map(({ name }) => name);
  void tellWorker({ type: "visited", path: path + location.search, parts: parts.filter(isOurs) });
}

function isOurs(address: string): boolean {
  const { origin, pathname } = new URL(address);
  return origin === location.origin && !pathname.startsWith("/api/");
}
