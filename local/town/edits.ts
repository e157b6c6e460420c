import { hashOf, seeded, type Random } from "@/lib/seeded";
import type { TownBark } from "@/local/town/bark";
import { MINUTE, type Clock } from "@/local/town/clock";
import { SLOTS, type Slot } from "@/local/town/slots";

/** Slots that are easily wrong and corrected when somebody points it out. */
const MISTAKEN: readonly Slot[] = ["weekday", "hour", "count", "place", "street", "pet"];

/** Gives about two per cent of the barks an earlier version: another day or place, or a typo. */
export function makeEdits(barks: readonly TownBark[], seed: number, clock: Clock): void {
  const random = seeded(hashOf(`edits ${seed}`));
  for (const bark of barks) {
    const until = bark.at + Math.ceil((1 + random() ** 2 * 55) * MINUTE);
    if (random() >= 0.02 || bark.earlier || until > clock.now - MINUTE) continue;
    const text = mistaken(random, bark.text) ?? slip(random, bark.text);
    if (text !== null) bark.earlier = { text, until };
  }
}

/** The text with another day, hour or place; null when it names none. */
function mistaken(random: Random, text: string): string | null {
  for (const slot of MISTAKEN) {
    const words: readonly string[] = SLOTS[slot];
    const right = words.find((word) => new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(text));
    const wrong = words[Math.floor(random() * words.length)];
    // The value includes its article, so any other value fits.
    if (right && wrong && right !== wrong) return text.replace(right, wrong);
  }
  return null;
}

/** The text with two swapped letters in a long word; null when it has none. */
export function slip(random: Random, text: string): string | null {
  const words = [...text.matchAll(/(?<![@#\w])[a-z]{6,}(?!\w)/g)];
  const word = words[Math.floor(random() * words.length)];
  if (!word) return null;
  const at = word.index + 1 + Math.floor(random() * (word[0].length - 3));
  const [one, two] = [text.charAt(at), text.charAt(at + 1)];
  return one === two ? null : text.slice(0, at) + two + one + text.slice(at + 2);
}
