import { cleanText } from "@/lib/text/clean";
import { entities } from "@/lib/text/entities";

/** The maximum number of graphemes of a bark. */
export const BARK_LIMIT = 240;
/** How much a link counts, whatever its length (the rule of Mastodon's clients). */
export const URL_LENGTH = 23;
/** The maximum number of code points of a bark; it limits combining marks, of which one grapheme can have any number. */
export const CODE_POINT_LIMIT = 4000;

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The number of graphemes of a text: what a reader would count as characters. */
export function graphemeCount(text: string): number {
  let count = 0;
  for (const _ of graphemes.segment(text)) count++;
  return count;
}

/** A bark's length in graphemes after cleaning; each link counts 23. */
export function barkLength(text: string): number {
  let length = 0;
  for (const entity of entities(cleanText(text))) {
    length += entity.kind === "url" ? URL_LENGTH : graphemeCount(entity.text);
  }
  return length;
}

/** The index at which the cleaned text exceeds the limit (for marking the excess), or null. */
export function excessIndex(text: string): number | null {
  if (barkLength(text) <= BARK_LIMIT) return null;
  let left = BARK_LIMIT;
  let index = 0;
  let blanks = "";
  let begun = false;
  for (const { kind, text: part } of entities(text)) {
    for (const { segment } of kind === "url" ? [{ segment: part }] : graphemes.segment(part)) {
      const kept = cleanText(`x${segment}x`).slice(1, -1);
      // White space counts only when something follows it, and at most two line breaks in a row.
      if (kept.trim() === "") blanks = begun ? (blanks + kept).replace(/\n{3,}/g, "\n\n") : "";
      else {
        const here = blanks.length + (kind === "url" ? URL_LENGTH : 1);
        if (here > left) return index;
        left -= here;
        [blanks, begun] = ["", true];
      }
      index += segment.length;
    }
  }
  return null;
}

// Joiners, fillers, blank Braille, marks, controls: characters that are invisible by themselves.
const INVISIBLE = /\s|\p{C}|\p{M}|\p{Z}|\u115f|\u1160|\u2800|\u3164|\uffa0/gu;

/** Whether a text has at least one visible character. */
export function isVisible(text: string): boolean {
  return text.replace(INVISIBLE, "") !== "";
}
