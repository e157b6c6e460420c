import type { Word } from "@/lib/text/words";

/** English stop words: so frequent that they do not narrow a search. */
const STOPS = new Set(
  `a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to
   was will with`.split(/\s+/),
);

/** Whether a word of a search is a stop word. */
export function isStop({ kind, tokens }: Word): boolean {
  return kind === "word" && tokens.length === 1 && STOPS.has(tokens.join(""));
}
