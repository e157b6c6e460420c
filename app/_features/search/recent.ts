import { createStore } from "@/app/_client/create-store";
import { useStore } from "@/app/_client/use-store";
import { device } from "@/app/_client/device";

/** Recent searches in this browser. They are not sent to the server, and are deleted on sign-out. */
const MAX_SEARCHES = 8;
const NONE: string[] = [];
/** Increases with every change. */
const version = createStore(0);
let read: { key: string; raw: string | null; list: string[] } | null = null;

const keyOf = (viewerId: string | null) => `searches:${viewerId ?? ""}`;

/** Newest first. The same array until it changes. */
function recentSearches(viewerId: string | null): string[] {
  const key = keyOf(viewerId);
  const raw = device.get(key);
  if (read?.key !== key || read.raw !== raw) read = { key, raw, list: parse(raw) };
  return read.list;
}

export function rememberSearch(viewerId: string | null, q: string): void {
  const text = q.trim();
  if (text === "") return;
  const others = recentSearches(viewerId).filter((other) => other.toLowerCase() !== text.toLowerCase());
  keep(viewerId, [text, ...others].slice(0, MAX_SEARCHES));
}

export function forgetSearch(viewerId: string | null, q: string): void {
  keep(
    viewerId,
    recentSearches(viewerId).filter((other) => other !== q),
  );
}

export function clearSearches(viewerId: string | null): void {
  keep(viewerId, []);
}

/** A person's recent searches as they change; none on the server. */
export function useRecentSearches(viewerId: string | null): string[] {
  return useStore(version, () => recentSearches(viewerId), NONE);
}

function keep(viewerId: string | null, list: string[]): void {
  device.set(keyOf(viewerId), list.length > 0 ? JSON.stringify(list) : null);
  version.set(version.get() + 1);
}

function parse(raw: string | null): string[] {
  try {
    const list: unknown = JSON.parse(raw ?? "[]");
    return Array.isArray(list) ? list.filter((entry) => typeof entry === "string").slice(0, MAX_SEARCHES) : NONE;
  } catch {
    return NONE;
  }
}

/** The name under which the scroll position in a search's barks is stored. */
export function placeOf(viewerId: string | null, q: string): string {
  return `search:${viewerId ?? ""}:${q}`;
}
