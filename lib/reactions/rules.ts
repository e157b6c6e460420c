import { composed } from "@/lib/text/composed";

/** The maximum number of different emoji per person and bark. */
export const EMOJI_LIMIT = 8;
/** The maximum number of pinned barks per person. */
export const PIN_LIMIT = 5;

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * The fully qualified form of an emoji, under which reactions are counted: ❤ and ❤️ are the same. Null when the text is
 * anything but exactly one emoji, as defined by Unicode's property of strings.
 * @see https://unicode.org/reports/tr51/#def_rgi_set
 */
export function emojiOf(raw: string): string | null {
  if (raw.length > 64) return null;
  const text = composed(raw);
  if ([...segmenter.segment(text)].length !== 1) return null;
  return [text, `${text}\ufe0f`, qualified(text)].find((form) => EMOJI.test(form)) ?? null;
}

const EMOJI = new RegExp("^\\p{RGI_Emoji}$", "v");
const SELECTABLE = /^(?=\p{Emoji})(?!\p{Emoji_Presentation})/u;

/** Adds the emoji presentation selector after every character that is text by default: ❤‍🔥 → ❤️‍🔥. */
function qualified(text: string): string {
  return Array.from(text.replaceAll("\ufe0f", ""), (sign) => (SELECTABLE.test(sign) ? `${sign}\ufe0f` : sign)).join("");
}
