import { fold } from "@/lib/text/fold";
import { wordsOf, type Word } from "@/lib/text/words";

/** How many words of a search count, and how many letters of a run or words of a phrase. */
const WORDS = 10;
const TOGETHER = 60;

/** The words of what was typed, as the index keeps them: letters, digits and emoji, nothing Lucene would obey. */
export function wordsIn(text: string): Word[] {
  return wordsOf(fold(text)).slice(0, WORDS);
}

/** Words that stand together, as a quoted phrase; null for none. */
export function phrase(words: Word[]): string | null {
  const tokens = words.flatMap((word) => word.tokens).slice(0, TOGETHER);
  return tokens.length === 0 ? null : `"${tokens.join(" ")}"`;
}

/** A whole word in one field, also as it is written together or apart. */
export function whole(field: string, word: Word, weight = 1): string {
  const together = word.kind === "word" ? oneWord(word) : null;
  const apart = together === null || word.tokens.length > 1 ? phrase([word]) : null;
  const weighs = weight === 1 ? "" : `^${weight}`;
  return [together, apart].flatMap((said) => (said === null ? [] : [`${field}:${said}${weighs}`])).join(" OR ");
}

/** What begins so in one field; null for emoji and runs, of which any part is found as a whole. */
export function beginning(field: string, word: Word, weight = 1): string | null {
  return word.kind === "word" ? `${field}:${oneWord(word)}*${weight === 1 ? "" : `^${weight}`}` : null;
}

/** What is a letter or two away in one field; of short words only the word itself. */
export function nearly(field: string, word: Word): string {
  const length = Array.from(oneWord(word)).length;
  if (length < 4 || word.kind !== "word") return whole(field, word);
  return `${field}:${oneWord(word)}~${length < 8 ? 1 : 2}`;
}

/** One of these has to be there. */
export function oneOf(clauses: (string | null)[]): string {
  return `+(${clauses.filter((clause) => clause !== null).join(" OR ")})`;
}

/** None of these may be there. */
export function noneOf(clauses: string[]): string[] {
  return clauses.length === 0 ? [] : [`-(${clauses.join(" OR ")})`];
}

function oneWord({ tokens, others: [together] }: Word): string {
  return (tokens.length > 1 ? together : null) ?? tokens.join("");
}
