import { fold } from "@/lib/text/fold";
import { wordsOf, type Word } from "@/lib/text/words";

/** The maximum number of words of a search, and of letters of a run or words of a phrase. */
const WORDS = 10;
const TOGETHER = 60;

/** The words of a search as they are indexed: letters, digits and emoji, so no Lucene syntax remains. */
export function wordsIn(text: string): Word[] {
  return wordsOf(fold(text)).slice(0, WORDS);
}

/** A quoted phrase; null when there are no words. */
export function phrase(words: Word[]): string | null {
  const tokens = words.flatMap((word) => word.tokens).slice(0, TOGETHER);
  return tokens.length === 0 ? null : `"${tokens.join(" ")}"`;
}

/** Matches a whole word in one field, also in its joined and separated spellings. */
export function whole(field: string, word: Word, weight = 1): string {
  const together = word.kind === "word" ? oneWord(word) : null;
  const apart = together === null || word.tokens.length > 1 ? phrase([word]) : null;
  const weighs = weight === 1 ? "" : `^${weight}`;
  return [together, apart].flatMap((said) => (said === null ? [] : [`${field}:${said}${weighs}`])).join(" OR ");
}

/** A prefix match in one field; null for emoji and runs, which are always matched as a whole. */
export function beginning(field: string, word: Word, weight = 1): string | null {
  return word.kind === "word" ? `${field}:${oneWord(word)}*${weight === 1 ? "" : `^${weight}`}` : null;
}

/** A fuzzy match in one field (one or two edits); short words match exactly. */
export function nearly(field: string, word: Word): string {
  const length = Array.from(oneWord(word)).length;
  if (length < 4 || word.kind !== "word") return whole(field, word);
  return `${field}:${oneWord(word)}~${length < 8 ? 1 : 2}`;
}

/** At least one of these clauses must match. */
export function oneOf(clauses: (string | null)[]): string {
  return `+(${clauses.filter((clause) => clause !== null).join(" OR ")})`;
}

/** None of these clauses may match. */
export function noneOf(clauses: string[]): string[] {
  return clauses.length === 0 ? [] : [`-(${clauses.join(" OR ")})`];
}

function oneWord({ tokens, others: [together] }: Word): string {
  return (tokens.length > 1 ? together : null) ?? tokens.join("");
}
