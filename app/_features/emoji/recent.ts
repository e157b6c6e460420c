import { device } from "@/app/_client/device";

const KEY = "emoji";
const KEPT = 24;
/** Common reactions, for people who have not reacted yet. */
const COMMON = ["❤️", "😂", "🔥", "👏", "👀", "🌱"];

/** The reactions given on this device, newest first. */
export function recentEmoji(): string[] {
  try {
    const kept: unknown = JSON.parse(device.get(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((emoji) => typeof emoji === "string") : [];
  } catch {
    return [];
  }
}

/** Remembers a reaction. */
export function rememberEmoji(emoji: string): void {
  device.set(KEY, JSON.stringify(lately(recentEmoji(), emoji)));
}

/** A list of recent emoji after one more was used. */
export function lately(recent: string[], emoji: string): string[] {
  return [emoji, ...recent.filter((other) => other !== emoji)].slice(0, KEPT);
}

/** This many emoji to choose from: recent ones, then common ones. */
export function quickRow(recent: string[], size: number): string[] {
  return [...new Set([...recent, ...COMMON])].slice(0, size);
}
