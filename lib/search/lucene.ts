/** How many words of a search count, and how long they may be. */
const WORDS = 10;
const LONGEST = 40;

const LETTERS = String.raw`[\p{L}\p{M}\p{N}_]+`;
const EMOJI = String.raw`\p{Extended_Pictographic}(?:[\u200d\ufe0f\u{1f3fb}-\u{1f3ff}]|\p{Extended_Pictographic})*`;
/** A word, with what may stand inside one ("don't", "town.example"), or emoji. Nothing Lucene would obey. */
const WORD = new RegExp(`${LETTERS}(?:['’.]${LETTERS})*|${EMOJI}`, "gu");
/** Signs that the index keeps one by one: a word of several is a phrase there. */
const SINGLE = /[\p{Script=Han}\p{Script=Hiragana}]/u;
const RUN = /[\p{Script=Han}\p{Script=Hiragana}]|[^\p{Script=Han}\p{Script=Hiragana}]+/gu;

/** Words that the index leaves out: asked for, they would find nothing. */
const UNKEPT = new Set(
  `a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to
   was will with`.split(/\s+/),
);

/** Letters that are no other letter with an accent, and that the index keeps as these. */
const PLAIN: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  "’": "'",
};

/** Lower case without accents, as the index keeps words: it does not treat beginnings of words so by itself. */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[ßæœøłđðþı’]/g, (letter) => PLAIN[letter] ?? letter);
}

/** The words of a text as the index keeps them: letters, digits, underscores, and ' and . inside; nothing else. */
export function wordsIn(text: string): string[] {
  const words = folded(text).match(WORD) ?? [];
  return words
    .map((word) =>
      Array.from(word)
        .slice(0, LONGEST)
        .join("")
        .replace(/['.]+$/, ""),
    )
    .slice(0, WORDS);
}

/** Words that stand together, as a quoted phrase; null when the index keeps none of them. */
export function phrase(words: string[]): string | null {
  const kept = words.flatMap((word) => word.match(RUN) ?? []);
  return kept.some((word) => !UNKEPT.has(word)) ? `"${kept.join(" ")}"` : null;
}

/** A whole word in one field, or null when the index keeps no such word. */
export function whole(field: string, word: string, weight = 1): string | null {
  const asked = SINGLE.test(word) ? phrase([word]) : UNKEPT.has(word) ? null : word;
  return asked && `${field}:${asked}${weight === 1 ? "" : `^${weight}`}`;
}

/** What begins so in one field; of signs that are kept one by one the phrase. */
export function beginning(field: string, word: string, weight = 1): string | null {
  if (SINGLE.test(word) || /\p{Extended_Pictographic}/u.test(word.replace(/[\p{L}\p{N}]/gu, ""))) {
    return whole(field, word, weight);
  }
  return `${field}:${word}*${weight === 1 ? "" : `^${weight}`}`;
}

/** What is a letter or two away in one field; of short words only the word itself. */
export function nearly(field: string, word: string): string | null {
  const length = Array.from(word).length;
  if (length < 4 || SINGLE.test(word) || !/^[\p{L}\p{M}\p{N}_]+$/u.test(word)) return whole(field, word);
  return `${field}:${word}~${length < 8 ? 1 : 2}`;
}

/** One of these has to be there; null when there is nothing to ask for. */
export function oneOf(clauses: (string | null)[]): string | null {
  const asked = clauses.filter((clause) => clause !== null);
  return asked.length === 0 ? null : `+(${asked.join(" OR ")})`;
}
