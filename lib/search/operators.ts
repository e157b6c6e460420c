import { idBound, idFloor, MAX_ID } from "@/lib/ids";
import { beginning, noneOf, oneOf, phrase, whole, wordsIn } from "@/lib/search/lucene";
import { partsOf } from "@/lib/search/parts";
import { isStop } from "@/lib/search/stops";
import { entities } from "@/lib/text/entities";
import { DAY_MS } from "@/lib/time";

const FIRST = "0".repeat(19);

/** What a search excludes: the parts after a minus sign. */
interface Unwanted {
  words: string[];
  phrases: string[];
  topics: string[];
  /** Handles, or "me". */
  from: string[];
  languages: string[];
  /** Ranges of ids: from `since`, up to but not including `before`. */
  spans: [since: string, before: string][];
}

/** A parsed search: words and operators. */
export interface ParsedQuery {
  /** The text that is left without operators, phrases and topics, as it was typed. */
  text: string;
  phrases: string[];
  /** Keys of topics. */
  topics: string[];
  /** A handle, or "me". */
  from: string | null;
  /** True for barks with pictures, false for those without, null for both. */
  media: boolean | null;
  language: string | null;
  /** Only the viewer's bookmarks. */
  bookmarked: boolean;
  /** Ids: from `since`, up to but not including `before`. */
  since: string | null;
  before: string | null;
  /** Whether the last word is still being typed. */
  typing: boolean;
  unwanted: Unwanted;
}

/**
 * Parses a search: `from:@otter` or `from:me`, `#topic`, `"quoted phrases"`, `has:media`, `in:bookmarks`, `before:`,
 * `after:` and `during:2026-11-21` (days in UTC), `language:en`. A minus sign before any of these, or before a word, excludes it.
 * Unknown operators are treated as words.
 */
export function parseSearch(q: string): ParsedQuery {
  const asked: ParsedQuery = {
    text: "",
    phrases: [],
    topics: [],
    from: null,
    media: null,
    language: null,
    bookmarked: false,
    since: null,
    before: null,
    typing: /[\p{L}\p{M}\p{N}_]$/u.test(q),
    unwanted: { words: [], phrases: [], topics: [], from: [], languages: [], spans: [] },
  };
  const words: string[] = [];
  const parts = partsOf(q);
  for (const { unwanted, quoted, text } of parts) {
    const said = unwanted ? asked.unwanted : { phrases: asked.phrases, words };
    if (quoted) said.phrases.push(text);
    else if (!(unwanted ? refuseOperator(asked, text) : takeOperator(asked, text))) said.words.push(text);
  }
  asked.text = words.join(" ");
  const last = parts.at(-1);
  asked.typing &&= last !== undefined && !last.unwanted && !last.quoted && last.text === words.at(-1);
  return asked;
}

type Operator =
  | { kind: "topic" | "from" | "language"; value: string }
  | { kind: "media" | "bookmarks" }
  | { kind: "before" | "after" | "during"; since: string; until: string };

/** Parses an operator; null for a part that is a word. */
function operator(part: string): Operator | null {
  const [topic, ...more] = entities(part);
  if (topic?.kind === "topic" && more.length === 0) return { kind: "topic", value: topic.name };
  const [, name = "", value = ""] = /^([a-z]+):(.+)$/i.exec(part) ?? [];
  const kind = name.toLowerCase();
  if (kind === "from") {
    const handle = /^@?([A-Za-z0-9_]{1,30})(?:@[\w.:-]+)?$/.exec(value)?.[1];
    return handle === undefined ? null : { kind, value: handle };
  }
  if (kind === "in") return /^(bookmarks?|library)$/i.test(value) ? { kind: "bookmarks" } : null;
  if (kind === "has") return /^(media|images?|pictures?)$/i.test(value) ? { kind: "media" } : null;
  if (kind === "language") {
    if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})?$/i.test(value)) return null;
    return { kind, value: value.replace(/^[a-z]+/i, (code) => code.toLowerCase()) };
  }
  if (kind !== "before" && kind !== "after" && kind !== "during") return null;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(day) ? null : { kind, since: bound(day), until: bound(day + DAY_MS) };
}

function takeOperator(asked: ParsedQuery, part: string): boolean {
  const said = operator(part);
  if (said?.kind === "topic") asked.topics.push(said.value);
  if (said?.kind === "from") asked.from = said.value;
  if (said?.kind === "language") asked.language = said.value;
  if (said?.kind === "media") asked.media = true;
  if (said?.kind === "bookmarks") asked.bookmarked = true;
  if (said?.kind === "before" || said?.kind === "during")
    asked.before = said.kind === "before" ? said.since : said.until;
  if (said?.kind === "after" || said?.kind === "during") asked.since = said.kind === "after" ? said.until : said.since;
  return said !== null;
}

function refuseOperator(asked: ParsedQuery, part: string): boolean {
  const said = operator(part);
  // What is not bookmarked cannot be asked for.
  if (said?.kind === "bookmarks") return false;
  const { topics, from, languages, spans } = asked.unwanted;
  if (said?.kind === "topic") topics.push(said.value);
  if (said?.kind === "from") from.push(said.value);
  if (said?.kind === "language") languages.push(said.value);
  if (said?.kind === "media") asked.media = false;
  if (said?.kind === "before") spans.push([FIRST, said.since]);
  if (said?.kind === "after") spans.push([said.until, MAX_ID]);
  if (said?.kind === "during") spans.push([said.since, said.until]);
  return said !== null;
}

/** Ids begin in 2015; earlier days are treated as no bound. */
function bound(ms: number): string {
  return (ms < Date.UTC(2015, 0, 1) ? idBound("0") : idBound(idFloor(ms))) ?? FIRST;
}

/** Whether a search has only words and phrases, so that it may also look for people. */
export function isPlain({ topics, from, media, language, bookmarked, since, before, unwanted }: ParsedQuery): boolean {
  const narrowed = [from, media, language, since, before].some((said) => said !== null);
  return topics.length === 0 && !narrowed && !bookmarked && Object.values(unwanted).every((said) => said.length === 0);
}

/** The authors that a search names, by id, and the barks among which it searches (null: all). */
interface Among {
  /** Null for all authors. */
  wanted: string | null;
  unwanted: string[];
  barks?: string[] | null;
}

const FIELD = "words";

/**
 * The full-text query for a search of barks: it requires every word and phrase (the last word may be a prefix) and
 * excludes the unwanted parts. Only letters, digits and emoji of the input are passed on, and ids are digits. Null when
 * there is nothing to search for.
 */
export function barksQuery(asked: ParsedQuery, { barks = null, ...authors }: Among): string | null {
  const said = wordsIn(asked.text);
  const { media, language, since, before, unwanted } = asked;
  const phrases = [...asked.phrases, ...asked.topics].flatMap(together);
  const narrowed = [authors.wanted, barks, media, language, since, before].some((fact) => fact !== null);
  // Stop words add nothing beside other words; a search for stop words only keeps them.
  const telling = said.filter((word) => !isStop(word));
  const words = telling.length > 0 || phrases.length > 0 || narrowed ? telling : said;
  const found = words.map((word) => {
    const begun = asked.typing && word === said.at(-1) && Array.from(word.tokens.join("")).length > 1;
    return oneOf([whole(FIELD, word), begun ? beginning(FIELD, word, 0.2) : null]);
  });
  found.push(...phrases.map((clause) => oneOf([clause])));
  if (authors.wanted !== null) found.push(`+authorId:${authors.wanted}`);
  if (barks !== null) found.push(`+(${barks.map((id) => `id:${id}`).join(" ")})`);
  const not = noneOf([
    ...[...unwanted.words, ...unwanted.phrases, ...unwanted.topics].flatMap(together),
    ...authors.unwanted.map((id) => `authorId:${id}`),
    ...unwanted.spans.map(([from, to]) => `id:[${from} TO ${to}}`),
  ]);
  // The index returns nothing for a query with only exclusions.
  if (found.length === 0 && not.length > 0) found.push(`+id:[${FIRST} TO ${MAX_ID}}`);
  return found.length > 0 || (narrowed && words.length === 0) ? [...found, ...not].join(" ") : null;
}

/** The phrase of a text; empty for a text without words. */
function together(text: string): string[] {
  const [word, ...more] = wordsIn(text);
  if (word === undefined) return [];
  return [more.length === 0 ? whole(FIELD, word) : `${FIELD}:${phrase([word, ...more])}`];
}
