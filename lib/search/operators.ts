import { idBound, idFloor } from "@/lib/ids";
import { beginning, oneOf, phrase, whole, wordsIn } from "@/lib/search/lucene";
import { topicKey } from "@/lib/text/entities";

const DAY = 24 * 60 * 60_000;

/** What somebody asked for: words, and what the operators among them say. */
export interface Asked {
  /** What is left without operators, phrases and topics, as it was typed. */
  text: string;
  phrases: string[];
  /** Keys of topics. */
  topics: string[];
  /** A handle, or "me". */
  from: string | null;
  media: boolean;
  language: string | null;
  /** Ids: at least, and less than. */
  since: string | null;
  before: string | null;
  /** The last word is still being typed. */
  typing: boolean;
}

const PART = /"([^"]*)"?|(\S+)/g;

/**
 * Reads a search: `from:@otter` or `from:me`, `#topic`, `"quoted phrases"`, `has:media`, `before:`, `after:` and
 * `during:2026-11-21` (days of UTC), `language:en`. Operators that are none are words.
 */
export function parseSearch(q: string): Asked {
  const asked: Asked = {
    text: "",
    phrases: [],
    topics: [],
    from: null,
    media: false,
    language: null,
    since: null,
    before: null,
    typing: /[\p{L}\p{M}\p{N}_]$/u.test(q),
  };
  const words: string[] = [];
  for (const [, quoted, part = ""] of q.normalize("NFC").matchAll(PART)) {
    if (quoted !== undefined) asked.phrases.push(quoted);
    else if (!takeOperator(asked, part)) words.push(part);
  }
  asked.text = words.join(" ");
  asked.typing &&= words.at(-1) !== undefined && q.trimEnd().endsWith(words.at(-1) ?? "");
  return asked;
}

function takeOperator(asked: Asked, part: string): boolean {
  const [, name = "", value = ""] = /^([a-z]+):(.+)$/i.exec(part) ?? [];
  const topic = /^#([\p{L}\p{M}\p{N}_]+)$/u.exec(part)?.[1];
  if (topic) return asked.topics.push(topicKey(topic)) > 0;
  switch (name.toLowerCase()) {
    case "from": {
      const handle = /^@?([A-Za-z0-9_]{1,30})(?:@[\w.:-]+)?$/.exec(value)?.[1];
      if (handle) asked.from = handle;
      return handle !== undefined;
    }
    case "has":
      if (!/^(media|images?|pictures?)$/i.test(value)) return false;
      return (asked.media = true);
    case "language":
      if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})?$/i.test(value)) return false;
      asked.language = value.replace(/^[a-z]+/i, (code) => code.toLowerCase());
      return true;
    default:
      return takeDay(asked, name.toLowerCase(), value);
  }
}

function takeDay(asked: Asked, name: string, value: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : Number.NaN;
  // Ids begin in 2015; a day before that is as good as none.
  if (Number.isNaN(day) || !["before", "after", "during"].includes(name)) return false;
  if (name !== "after") asked.before = bound(name === "before" ? day : day + DAY);
  if (name !== "before") asked.since = bound(name === "after" ? day + DAY : day);
  return true;
}

function bound(ms: number): string {
  return (ms < Date.UTC(2015, 0, 1) ? idBound("0") : idBound(idFloor(ms))) ?? "0".repeat(19);
}

/** Whether nothing is asked for but words and phrases, so that people can be meant. */
export function isPlain({ topics, from, media, language, since, before }: Asked): boolean {
  return topics.length === 0 && from === null && !media && language === null && since === null && before === null;
}

/**
 * A search for barks as a query for the full-text index: every word and phrase has to be there, the last word may be
 * its beginning. Of what was typed only letters, digits and emoji are let through; ids are digits. Null when nothing
 * is asked for that the index knows.
 * @param authorId whose barks; null for everybody's
 */
export function barksQuery(asked: Asked, authorId: string | null): string | null {
  const words = wordsIn(asked.text);
  const clauses = words.map((word, index) => {
    const begun = asked.typing && index === words.length - 1 && Array.from(word).length > 1;
    const fields = ["text", "spoiler"];
    return oneOf(fields.flatMap((field) => [whole(field, word), begun ? beginning(field, word, 0.2) : null]));
  });
  const phrases = [...asked.phrases.map(wordsIn), ...asked.topics.map((topic) => wordsIn(topic))].map((said) => {
    const together = phrase(said);
    return together && oneOf([`text:${together}`, `spoiler:${together}`]);
  });
  const found = [...clauses, ...phrases].filter((clause) => clause !== null);
  if (authorId !== null && /^\d+$/.test(authorId)) found.push(`+authorId:${authorId}`);
  const filtered = asked.media || asked.language !== null || asked.since !== null || asked.before !== null;
  return found.length > 0 || (filtered && words.length === 0) ? found.join(" ") : null;
}
