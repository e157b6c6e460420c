import { folded, wordsIn } from "@/lib/search/lucene";

/** A part of a text, and whether it is what was searched for. */
export interface Piece {
  text: string;
  found: boolean;
}

/** Words one after the other; the last may be the beginning of one. */
interface Wanted {
  words: string[];
  begun: boolean;
}

const PART = /"([^"]*)"?|(\S+)/g;
const OPERATOR = /^(from|has|before|after|during|language):\S/i;
const WORD = /[\p{L}\p{M}\p{N}_]+/gu;

/** What is to be marked for a search. @param begun whether every word may be the beginning of one, as with names */
export function wantedBy(q: string, begun = false): Wanted[] {
  const said = [...q.normalize("NFC").matchAll(PART)];
  const typing = /[\p{L}\p{M}\p{N}_]$/u.test(q);
  return said
    .filter(([whole]) => !OPERATOR.test(whole))
    .map(([, quoted, word = ""], index) => ({
      words: wordsIn(quoted ?? word).flatMap(parts),
      begun: quoted === undefined && (begun || (typing && index === said.length - 1)),
    }))
    .filter(({ words }) => words.length > 0);
}

/** A text cut into what was searched for and what stands between. Joined again it is the same text. */
export function pieces(text: string, wanted: Wanted[]): Piece[] {
  const words = [...text.matchAll(WORD)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    word: folded(match[0]),
  }));
  const cut: Piece[] = [];
  let done = 0;
  for (let at = 0; at < words.length;) {
    const length = lengthAt(
      words.slice(at).map(({ word }) => word),
      wanted,
    );
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

/** How many of these words, from the first, are what was searched for. */
function lengthAt(words: string[], wanted: Wanted[]): number {
  const fits = ({ words: all, begun }: Wanted) =>
    all.every((word, index) => {
      const there = words[index] ?? "";
      return there === word || (begun && index === all.length - 1 && there.startsWith(word));
    });
  return Math.max(0, ...wanted.filter(fits).map(({ words: all }) => all.length));
}

const parts = (word: string): string[] => word.match(WORD) ?? [];
