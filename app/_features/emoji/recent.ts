import { device } from "@/app/_client/device";

const KEY = "emoji";
const KEPT = 24;
/** What people give most, for those who have not given any yet. */
const COMMON = ["❤️", "😂", "🔥", "👏", "👀", "🌱"];

/** The emoji that were given on this device, the last one first. */
export function recentEmoji(): string[] {
  try {
    const kept: unknown = JSON.parse(device.get(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((emoji) => typeof emoji === "string") : [];
  } catch {
    return [];
  }
}

/** Remembers that an emoji was given. */
export function rememberEmoji(emoji: string): void {
  device.set(KEY, JSON.stringify(lately(recentEmoji(), emoji)));
}

/** A list of recent ones after one more was given. */
export function lately(recent: string[], emoji: string): string[] {
  return [emoji, ...recent.filter((other) => other !== emoji)].slice(0, KEPT);
}

/** So many emoji to choose from at once: the recent ones, then common ones. */
export function quickRow(recent: string[], size: number): string[] {
  return [...new Set([...recent, ...COMMON])].slice(0, size);
}
