import { composed } from "@/lib/text/composed";

/**
 * Marks that people often omit, so that words with and without them are the same: accents of Latin and Greek letters and
 * stress marks of Cyrillic, Hebrew and Arabic vowel points, Arabic elongation, Syriac points, Vedic accents, the dot
 * below Devanagari letters, strokes and overlines. The keycap (20E3) is kept as part of an emoji.
 */
const LEFT_OUT = new RegExp(
  String.raw`^[` +
    String.raw`\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640` +
    String.raw`\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0730-\u074a\u08d3-\u08ff\u093c` +
    String.raw`\u0951\u0952\u1ab0-\u1aff\u1cd0-\u1cfa\u1dc0-\u1dff\u20d0-\u20e2\u20e4-\u20f0\ufe20-\ufe2f` +
    `]$`,
  "u",
);

/** Variants of letters, and the form that each is folded to. */
const SAME: Record<string, string> = {
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ŧ: "t",
  ς: "σ",
  // Other Cyrillic letters with marks are letters of their own: й, ї, ў, ќ and ѓ are kept.
  ё: "е",
  ѐ: "е",
  ѝ: "и",
  // Arabic, Persian and Urdu keyboards write different characters for one letter.
  ى: "ي",
  ی: "ي",
  ک: "ك",
  ة: "ه",
  ۀ: "ه",
  "’": "'",
  "‘": "'",
  ʼ: "'",
  ʻ: "'",
  "׳": "'",
  "״": '"',
  "‐": "-",
  "‑": "-",
  "־": "-",
  "֊": "-",
};

/** Letters whose mark is part of the letter. */
const OWN = /^[\p{Script=Cyrillic}ؤئ]$/u;
const IGNORED = /^\p{Default_Ignorable_Code_Point}$/u;
const DIGIT = /^\p{Nd}$/u;

/** Grouped digits: 1,000 and 1.000 and 1 000 (with a no-break space) and 1,00,000. */
const GROUPED = /(?<![\d.,])\d{1,3}(?:(?:[,.'\u00a0\u202f\u066c]\d{3})+|(?:,\d\d)+,\d{3})(?!\d|[.,]\d)/g;

const PICTURE = String.raw`\p{Extended_Pictographic}[\ufe0e\ufe0f\u{1f3fb}-\u{1f3ff}]*`;
/** An emoji with its modifiers, the emoji joined to it, and the tag letters of a flag such as that of Wales. */
const EMOJI = String.raw`${PICTURE}(?:[\u{e0020}-\u{e007f}]+|(?:\u200d${PICTURE})+)?\u20e3?`;
const SPECIAL = new RegExp(String.raw`${EMOJI}|[A-Z]|[^\0-\x7f]`, "gu");
const ASCII = /^[\0-\x7f]*$/;

/** A cache of what each character is folded to. */
const known = new Map<string, string>();
const MOST_KNOWN = 20_000;

/**
 * Folds a text into the form in which words are compared everywhere: in the index and in searches, for muted words and
 * for trends. Merges compatibility forms, cases, digits of all scripts, and letters with and without the marks that
 * people omit. Removes invisible characters except the joiners of emoji. 1,000 becomes 1000, and ½ becomes 1⁄2.
 */
export function fold(text: string): string {
  const folded = ASCII.test(text)
    ? text.toLowerCase()
    : composed(composed(text).replace(SPECIAL, (found) => known.get(found) ?? learn(found)));
  return folded.replace(GROUPED, (number) => number.replace(/\D/g, ""));
}

function learn(found: string): string {
  const folded = /^\p{Extended_Pictographic}/u.test(found) ? found.replace(/[\ufe0e\ufe0f]/g, "") : foldOne(found);
  if (known.size < MOST_KNOWN) known.set(found, folded);
  return folded;
}

function foldOne(character: string): string {
  if (IGNORED.test(character) || LEFT_OUT.test(character)) return "";
  if (/^\s$/.test(character)) return character;
  if (DIGIT.test(character)) return digit(character);
  // Lower, upper, lower: some letters have two lower-case forms, and some an upper-case form of two letters.
  const small = character.toLowerCase().toUpperCase().toLowerCase();
  const apart = small.normalize("NFKD");
  if (apart === character || (OWN.test(small) && apart === small.normalize("NFD"))) return SAME[small] ?? small;
  const parts = Array.from(apart, foldOne).join("");
  // Spaces keep 1½ from becoming 11⁄2.
  return apart.includes("\u2044") ? ` ${parts} ` : parts;
}

/** The decimal digits of every script are ten consecutive code points, from zero to nine. */
function digit(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  let before = 0;
  while (DIGIT.test(String.fromCodePoint(point - before - 1))) before++;
  return String(before % 10);
}
