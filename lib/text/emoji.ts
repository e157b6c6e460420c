const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

const PICTURE = String.raw`\p{Emoji_Presentation}|\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})`;
/** What may follow in the same grapheme: signs, joiners, skin tones, and the letters of regional flags. */
const MORE = String.raw`\p{Extended_Pictographic}|\ufe0f|\u200d|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}]`;
/** One emoji, also a flag, a keycap, or several that are joined. */
const EMOJI = new RegExp(String.raw`^(?:\p{RI}{2}|[#*0-9]\ufe0f\u20e3|(?:${PICTURE})(?:${MORE})*)$`, "u");

/** The most emoji that are shown large. */
const FEW = 6;

/** Whether a text is nothing but one to six emoji, which may have spaces between them. */
export function isFewEmoji(text: string): boolean {
  // The longest emoji has 35 UTF-16 units.
  if (text.length > FEW * 40) return false;
  const parts = [...graphemes.segment(text)].map(({ segment }) => segment).filter((part) => part.trim() !== "");
  return parts.length > 0 && parts.length <= FEW && parts.every((part) => EMOJI.test(part));
}
