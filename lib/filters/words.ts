/** Letters, digits and marks of scripts that set words apart; a word of the others may stand inside a run. */
const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const LETTER = String.raw`(?![${UNSPACED}])[\p{L}\p{N}\p{M}_]`;
const SPACED = new RegExp(`^${LETTER}$`, "u");
/** What joins an emoji to the one before or after it, or changes it: 👍 is not 👍🏽. */
const JOINER = String.raw`\u200d`;
const CHANGER = String.raw`[\u200d\u20e3\u{1f3fb}-\u{1f3ff}]`;

/** A text as words are looked for in it: compatible forms and cases are one, as are ❤ and ❤️. */
export function fold(text: string): string {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\ufe0e\ufe0f]/g, "")
      .replaceAll("ς", "σ")
      // Lower case can come apart, and what stood between may be gone.
      .normalize("NFKC")
  );
}

/**
 * What finds a muted word in a folded text, or null for one without anything to find. As a `whole`
 * word it must stand alone, as words do in its script; an emoji must be that emoji.
 */
export function wordPattern(word: string, whole: boolean): RegExp | null {
  const folded = fold(word).trim();
  const letters = Array.from(folded);
  const [first, last] = [letters[0], letters.at(-1)];
  if (first === undefined || last === undefined) return null;
  const body = folded
    .split(/\s+/)
    .map(escape)
    .join(String.raw`\s+`);
  if (!whole) return new RegExp(body, "u");
  const before = `(?<!${SPACED.test(first) ? LETTER : JOINER})`;
  const after = `(?!${SPACED.test(last) ? LETTER : CHANGER})`;
  return new RegExp(before + body + after, "u");
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
