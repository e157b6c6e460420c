import { handleKey } from "@/lib/people/rules";
import { entities } from "@/lib/text/entities";
import { barkLength, BARK_LIMIT, CODE_POINT_LIMIT, isVisible } from "@/lib/text/length";

/** How many people one bark may mention and topics it may name. */
const MENTION_LIMIT = 50;

export type TextFault = { error: string; description: string };

/** Why a text cannot be a bark, or null when it can. `text` is in NFC. */
export function textFault(text: string): TextFault | null {
  if (!isVisible(text)) return { error: "ERR_BLANK", description: "A bark needs something to read." };
  // Long texts are refused by their code points before they are segmented, which is slower.
  const excess = codePoints(text) > CODE_POINT_LIMIT || barkLength(text) > BARK_LIMIT;
  return excess ? { error: "ERR_TOO_LONG", description: "A bark has at most 240 characters." } : null;
}

/** What is not kept: controls, overrides of writing direction, halves of characters. */
const UNKEPT = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** A text as it is kept: Unix line ends, no control characters, NFC, no blank edges. */
export function cleanText(text: string): string {
  return (
    text
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
      .replaceAll("\t", " ")
      .replace(UNKEPT, "")
      // After the removal: what stood apart before may compose now.
      .normalize("NFC")
      .replace(/\n{3,}/g, "\n\n")
      .trim()
  );
}

/** The handle keys a text mentions and the topics it names, each once. */
export function references(text: string): { mentions: string[]; topics: string[] } {
  const mentions = new Set<string>();
  const topics = new Set<string>();
  for (const entity of entities(text)) {
    if (entity.kind === "mention" && mentions.size < MENTION_LIMIT) mentions.add(handleKey(entity.handle));
    if (entity.kind === "topic" && topics.size < MENTION_LIMIT) topics.add(entity.name);
  }
  return { mentions: [...mentions], topics: [...topics] };
}
