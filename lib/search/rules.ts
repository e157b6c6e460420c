import { handleKey } from "@/lib/people/rules";
import { beginning, nearly, oneOf, whole, wordsIn } from "@/lib/search/lucene";
import type { Word } from "@/lib/text/words";

/** The maximum number of words in a search for people. */
const WORDS = 6;
const [HANDLE, NAME, BIO] = ["handleKey", "nameWords", "bioWords"];

/**
 * The full-text query for a search of people: every word must be the prefix of a word of the handle or the name, or a
 * word of the bio; whole words weigh more. Only letters and digits are passed on, in lower case, so that no Lucene
 * syntax remains. Null when nothing is left.
 */
export function peopleQuery(text: string): string | null {
  return everyWord(text, (word) => [
    whole(HANDLE, word, 8),
    whole(NAME, word, 6),
    beginning(HANDLE, word, 4),
    beginning(NAME, word, 3),
    whole(BIO, word),
  ]);
}

/** The same query with typos allowed in words of four letters and more; used when nobody was found. */
export function similarQuery(text: string): string | null {
  return everyWord(text, (word) => [nearly(HANDLE, word), nearly(NAME, word)]);
}

function everyWord(text: string, clauses: (word: Word) => (string | null)[]): string | null {
  const asked = wordsIn(text)
    .filter(({ kind, tokens }) => kind !== "emoji" && /[\p{L}\p{N}]/u.test(tokens.join("")))
    .slice(0, WORDS)
    .map((word) => oneOf(clauses(word)));
  return asked.length === 0 ? null : asked.join(" ");
}

/** The input without its leading @, folded as handles and names are for comparison. */
export function searchPrefix(text: string): string {
  return handleKey(text.trim().replace(/^@/, ""));
}

/** What an address of this server refers to. */
export type Named = { kind: "person"; handle: string } | { kind: "bark"; id: string } | { kind: "topic"; name: string };

/**
 * What a pasted address of a profile, a bark or a topic of this server refers to; null for anything else.
 * @param isOwn whether a host is this server
 */
export function resolveAddress(q: string, isOwn: (host: string) => boolean): Named | null {
  const text = q.trim();
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (!isOwn(url.host)) return null;
  const [, topic] = /^\/tags\/([^/]+)\/?$/.exec(url.pathname) ?? [];
  const [, handle, id] = /^\/@([A-Za-z0-9_]{1,30})(?:\/(\d{1,19}))?(?:\/[a-z]*)?$/.exec(url.pathname) ?? [];
  if (topic) return { kind: "topic", name: decoded(topic) };
  if (id) return { kind: "bark", id };
  return handle ? { kind: "person", handle } : null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
