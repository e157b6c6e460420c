import type { Word } from "@/lib/text/words";

/** Words of English that are in so many texts that they tell nothing beside others. */
const STOPS = new Set(
  `a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to
   was will with`.split(/\s+/),
);

/** Whether a word of a search tells nothing beside others. */
export function isStop({ kind, tokens }: Word): boolean {
  return kind === "word" && tokens.length === 1 && STOPS.has(tokens.join(""));
}
