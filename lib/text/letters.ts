/** Scripts without spaces between words: every part of their runs is a possible word. */
const UNSPACED = [
  "Han",
  "Hiragana",
  "Katakana",
  "Bopomofo",
  "Thai",
  "Lao",
  "Khmer",
  "Myanmar",
  "Tai_Le",
  "New_Tai_Lue",
  "Tai_Tham",
  "Tai_Viet",
  "Javanese",
  "Balinese",
]
  .map((script) => String.raw`\p{Script=${script}}`)
  // Marks and signs that Han, Hiragana and Katakana share, such as ー.
  .concat(String.raw`\p{Script_Extensions=Hiragana}`)
  .join("");

/** A letter, mark or digit of a script without spaces between words. */
export const RUN_LETTER = String.raw`(?=[${UNSPACED}])[\p{L}\p{M}\p{N}]`;
/** A letter, mark or digit of a script with spaces between words, or an underscore. */
export const WORD_LETTER = String.raw`(?![${UNSPACED}])[\p{L}\p{M}\p{N}_]`;
