import { LinkifyIt } from "linkify-it";

export type Entity =
  | { kind: "text"; text: string }
  | { kind: "url"; text: string; href: string }
  | { kind: "mention"; text: string; handle: string }
  | { kind: "topic"; text: string; name: string };

// Only links that say http(s): a bare "end.So" at a full stop is a sentence, not a link.
const links = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
links.add("ftp:", null).add("mailto:", null).add("//", null);

/** The longest name of a topic, in UTF-16 units: the graph's index takes no more than 8 kB. */
const TOPIC_LIMIT = 100;

/** @mention and #topic: not inside a word, an address or a path; a topic holds a letter. */
const MARK =
  /(?<![\p{L}\p{N}_/@#&.])(?:@(?<handle>[A-Za-z0-9_]{1,30})(?![\p{L}\p{N}_@])|#(?<topic>[\p{L}\p{N}_]*[\p{L}_][\p{L}\p{M}\p{N}_]*))/gu;

/** Splits a bark's text into plain runs, links, mentions and topics; joined they are the text. */
export function entities(text: string): Entity[] {
  const found: Entity[] = [];
  let from = 0;
  for (const link of links.match(text) ?? []) {
    found.push(...marks(text.slice(from, link.index)));
    found.push({ kind: "url", text: link.raw, href: link.url });
    from = link.lastIndex;
  }
  found.push(...marks(text.slice(from)));
  return found;
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

/** The form under which a topic is one: #SeedSwap and #seedswap are the same. */
export function topicKey(topic: string): string {
  return topic.normalize("NFKC").toLowerCase();
}
