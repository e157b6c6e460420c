import * as fc from "fast-check";

/** Letters, marks and digits of every script; a sample of the scripts with thousands of characters. */
const LETTERS = Array.from({ length: 0x323b0 }, (_, point) => point).filter((point) => {
  const letter = String.fromCodePoint(point);
  const isOneOfMany = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Tangut}\p{Script=Cuneiform}]/u.test(letter);
  return /^[\p{L}\p{M}\p{N}]$/u.test(letter) && (!isOneOfMany || point % 50 === 0);
});

function wordOf(points: number[]): fc.Arbitrary<string> {
  return fc
    .array(fc.nat(points.length - 1), { minLength: 1, maxLength: 12 })
    .map((all) => String.fromCodePoint(...all.map((place) => points[place] ?? 0x61)));
}

/** Words of any letters of one script. */
export function anyWordOf(script: string): fc.Arbitrary<string> {
  const belongs = new RegExp(String.raw`^\p{Script=${script}}$`, "u");
  return wordOf(LETTERS.filter((point) => belongs.test(String.fromCodePoint(point))));
}

const SCRIPTS = ["Latin", "Greek", "Cyrillic", "Arabic", "Hebrew", "Devanagari", "Thai", "Khmer", "Hangul", "Cherokee"];

/** Words of any letters, of all scripts mixed or of one. */
export function anyWord(): fc.Arbitrary<string> {
  return fc.oneof(wordOf(LETTERS), ...SCRIPTS.map(anyWordOf));
}
