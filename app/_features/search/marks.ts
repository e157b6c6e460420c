import { wordsIn } from "@/lib/search/lucene";
import { partsOf } from "@/lib/search/parts";
import { fold } from "@/lib/text/fold";
import { wordsOf, type Word } from "@/lib/text/words";

/** A part of a text, and whether it matches the search. */
export interface Piece {
  text: string;
  found: boolean;
}

/** Consecutive words, folded; the last may be a prefix. */
interface Wanted {
  words: string[];
  begun: boolean;
}

/** The maximum number of letters compared together. */
const MAX_LETTERS = 100;
const OPERATOR = /^(from|has|before|after|during|language):\S/i;

/** What to mark for a search. @param begun whether every word may be a prefix, as with names */
export function wantedBy(q: string, begun = false): Wanted[] {
  const said = partsOf(q);
  const typing = /[\p{L}\p{M}\p{N}_]$/u.test(q);
  return said
    .filter(({ unwanted, quoted, text }) => !unwanted && (quoted || !OPERATOR.test(text)))
    .map((part) => ({
      words: wordsIn(part.text).flatMap(unitsOf),
      begun: !part.quoted && (begun || (typing && part === said.at(-1))),
    }))
    .filter(({ words }) => words.length > 0);
}

/** What is compared of a word: the word, or each letter of a run without spaces. */
function unitsOf({ kind, tokens }: Word): string[] {
  return kind === "run" ? tokens : [tokens.join("")];
}

/** A word of a text, or a letter of a run, with its position and its spellings. */
interface Unit {
  from: number;
  to: number;
  forms: string[];
}

function unitsIn(text: string): Unit[] {
  return wordsOf(text).flatMap(({ from, to, kind, tokens, others }) => {
    if (kind !== "run") return [{ from, to, forms: [tokens.join(""), ...tokens, ...others] }];
    let at = from;
    return Array.from(text.slice(from, to), (letter) => {
      at += letter.length;
      return { from: at - letter.length, to: at, forms: [fold(letter)] };
    });
  });
}

/** A text split into matches and the parts between them; joined again it is the same text. */
export function pieces(text: string, wanted: Wanted[]): Piece[] {
  const words = unitsIn(text);
  const cut: Piece[] = [];
  let done = 0;
  for (let at = 0; at < words.length;) {
    const length = lengthAt(words.slice(at, at + MAX_LETTERS), wanted);
    const [first, last] = [words[at], words[at + length - 1]];
    if (first && last && length > 0) {
      if (first.from > done) cut.push({ text: text.slice(done, first.from), found: false });
      cut.push({ text: text.slice(first.from, last.to), found: true });
      done = last.to;
    }
    at += Math.max(1, length);
  }
  if (done < text.length) cut.push({ text: text.slice(done), found: false });
  return cut;
}

/** How many of these words, from the first, match. */
function lengthAt(units: Unit[], wanted: Wanted[]): number {
  const fits = ({ words: all, begun }: Wanted) =>
    all.every((word, index) => {
      const last = begun && index === all.length - 1;
      return units[index]?.forms.some((form) => form === word || (last && form.startsWith(word))) ?? false;
    });
  return Math.max(0, ...wanted.filter(fits).map(({ words: all }) => all.length));
}
