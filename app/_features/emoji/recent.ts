import { device } from "@/app/_client/device";

const KEY = "emoji";
const TONE = "emoji-tone";
const TONES = ["none", "light", "medium-light", "medium", "medium-dark", "dark"] as const;
type Tone = (typeof TONES)[number];
const KEPT = 24;
/** Common reactions, for people who have not reacted yet. */
const COMMON = ["❤️", "😂", "🔥", "👏", "👀", "🌱"];

/** The emoji used on this device, in barks, messages and reactions, newest first. */
export function recentEmoji(): string[] {
  try {
    const kept: unknown = JSON.parse(device.get(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((emoji) => typeof emoji === "string") : [];
  } catch {
    return [];
  }
}

/** Remembers an emoji that was used. */
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

/** A skin tone by its name; none for anything else. */
export function toneOf(name: string | null): Tone {
  return TONES.find((tone) => tone === name) ?? "none";
}

/** The skin tone chosen on this device. */
export function keptTone(): string | null {
  return device.get(TONE);
}

export function keepTone(tone: Tone): void {
  device.set(TONE, tone === "none" ? null : tone);
}
