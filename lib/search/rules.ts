import { handleKey } from "@/lib/people/rules";

/** How many words of a search count. */
const WORDS = 6;
const WORD = /[\p{L}\p{M}\p{N}_]{1,40}/gu;

/**
 * A search for people as a query for the full-text index: every word must begin a word of the handle
 * or the name, and whole words weigh more. Nothing but letters, digits and underscores is let
 * through, in lower case, so that none of it can be read as an operator. Null when nothing is left.
 */
export function wordsQuery(text: string): string | null {
  const words = folded(text).match(WORD) ?? [];
  if (words.length === 0) return null;
  return words
    .slice(0, WORDS)
    .map((word) => `+(${word}^4 OR ${word}*)`)
    .join(" ");
}

/** Lower case without accents, as the index keeps words: it does not treat beginnings of words so by itself. */
function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .toLowerCase();
}

/** What was typed, without the leading @ and in the form in which handles and names are compared. */
export function searchPrefix(text: string): string {
  return handleKey(text.trim().replace(/^@/, ""));
}
