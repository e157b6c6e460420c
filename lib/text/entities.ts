import { LinkifyIt } from "linkify-it";
import { RUN_LETTER, WORD_LETTER } from "@/lib/text/letters";
import { composed } from "@/lib/text/composed";

export type Entity =
  | { kind: "text"; text: string }
  | { kind: "url"; text: string; href: string }
  | { kind: "mention"; text: string; handle: string }
  | { kind: "topic"; text: string; name: string };

const links = new LinkifyIt();

/**
 * The longest link, in UTF-16 units, and the longest host. A longer address stays text, so that reading a long text takes
 * a time that grows with its length only.
 */
const LINK_LIMIT = 2_500;

/**
 * Where a link begins: at http:// or https://, or at "www." of a host with a further dot. Other hosts need the scheme,
 * because "end.So" is a sentence and not a link. It may not begin inside a word of Latin letters, but directly after a
 * word of another script, a symbol or an emoji; "www." also not inside another address.
 */
const LINK = new RegExp(
  String.raw`(?<![\p{Script=Latin}\p{N}_])(?:(?<scheme>https?:)\/\/|(?<![-./@:])(?=www\.[^\s./?#<>"@]+\.\p{L}))` +
    String.raw`(?<rest>(?<host>[^\s/?#<>"]{1,${LINK_LIMIT}})\S{0,${LINK_LIMIT}})`,
  "giu",
);
/** Where text begins that directly follows a host, as in Japanese. */
const BEHIND_HOST = new RegExp(String.raw`(?<=[.:][a-z0-9-]+)${RUN_LETTER}`, "iu");

/** The longest name of a topic, in UTF-16 units; an index key in Neo4j may have at most 8 kB. */
const TOPIC_LIMIT = 100;

/**
 * What may not precede @: a word, also followed by a symbol as in an e-mail address, or characters that make it part of
 * a URL or a path. Scripts without spaces between words may precede it.
 */
export const BEFORE_MENTION = String.raw`(?<!${WORD_LETTER}[.+%\-]{0,3}|[/@#&=])`;
/** What may not precede #: a word of any script, or characters that make it part of a URL. */
export const BEFORE_TOPIC = String.raw`(?<![\p{L}\p{N}_/@#&.=])`;
const TOPIC_SIGN = String.raw`[\p{L}\p{M}\p{N}_]`;
/** Joiners that are allowed inside a topic: il·lusió, タグ・タグ, and the joiners of Persian, Sinhala and others. */
export const TOPIC_LETTER = String.raw`(?:${TOPIC_SIGN}|[·・\u200c\u200d](?=${TOPIC_SIGN}))`;

/** @mention and #topic; a topic has at least one letter. */
const MARK = new RegExp(
  String.raw`${BEFORE_MENTION}@(?<handle>[A-Za-z0-9_]{1,30})(?!${WORD_LETTER}|@)|` +
    String.raw`${BEFORE_TOPIC}#(?<topic>(?=[\p{L}\p{N}_])(?=${TOPIC_LETTER}*?[\p{L}_])${TOPIC_LETTER}+)`,
  "gu",
);

/** Splits a bark's text into plain runs, links, mentions and topics. Joined, they equal the text. */
export function entities(text: string): Entity[] {
  const found: Entity[] = [];
  let from = 0;
  LINK.lastIndex = 0;
  for (let match = LINK.exec(text); match; match = LINK.exec(text)) {
    const link = toLink(match);
    if (link) {
      found.push(...marks(text.slice(from, match.index)), link);
      from = match.index + link.text.length;
    }
    LINK.lastIndex = match.index + (link?.text.length ?? match.groups?.["scheme"]?.length ?? 1);
  }
  found.push(...marks(text.slice(from)));
  return found;
}

/** A link. An address with a user name and password stays text, because it may disguise where it leads. */
function toLink({ 0: whole, groups = {} }: RegExpExecArray): Entity | null {
  const { scheme, rest = "", host = "" } = groups;
  if (host.includes("@")) return { kind: "text", text: whole };
  const ends = BEHIND_HOST.exec(host)?.index;
  const address = `//${ends === undefined ? rest : rest.slice(0, ends)}`;
  // linkify-it rejects hosts with an underscore.
  const known = address.replace(host, host.replace(/_(?=[\p{L}\p{N}-])/gu, "a"));
  const length = links.testSchemaAt(known, scheme?.toLowerCase() ?? "https:", 0);
  if (length === 0) return null;
  if (length > LINK_LIMIT) return { kind: "text", text: whole };
  const link = address.slice(0, length);
  if (scheme !== undefined) return { kind: "url", text: scheme + link, href: scheme + link };
  return { kind: "url", text: link.slice("//".length), href: `https:${link}` };
}

function marks(run: string): Entity[] {
  const found: Entity[] = [];
  let from = 0;
  for (const match of run.matchAll(MARK)) {
    const entity = toEntity(match);
    if (!entity) continue;
    if (match.index > from) found.push({ kind: "text", text: run.slice(from, match.index) });
    found.push(entity);
    from = match.index + match[0].length;
  }
  if (from < run.length) found.push({ kind: "text", text: run.slice(from) });
  return found;
}

function toEntity({ 0: text, groups = {} }: RegExpExecArray): Entity | null {
  const { handle, topic } = groups;
  if (handle) return { kind: "mention", text, handle };
  const name = topicKey(topic ?? "");
  return name.length <= TOPIC_LIMIT ? { kind: "topic", text, name } : null;
}

/** The key of a topic: #SeedSwap and #seedswap have the same one. */
export function topicKey(topic: string): string {
  return composed(topic, "NFKC").toLowerCase();
}
