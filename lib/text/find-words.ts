import { Automaton } from "@/lib/text/automaton";
import { fold } from "@/lib/text/fold";
import { withoutParticles } from "@/lib/text/korean";
import { WORD_LETTER } from "@/lib/text/letters";

interface SoughtWord {
  word: string;
  /** Whether it matches whole words only, as in scripts with spaces. */
  whole: boolean;
}

/** Mark where a word may begin and end; no cleaned text contains these characters. */
const BEGIN = "\u0001";
const END = "\u0002";

/** Classes of characters that decide whether a word ends. `changer` modifies the emoji before it: 👍 is not 👍🏽. */
type Kind = "letter" | "joiner" | "changer" | "flag" | "other";
const KINDS: [Kind, RegExp][] = [
  ["joiner", /^\u200d$/],
  ["changer", /^(?:\u20e3|\p{Emoji_Modifier})$/u],
  ["flag", /^\p{RI}$/u],
  ["letter", new RegExp(`^${WORD_LETTER}$`, "u")],
];
const known = new Map<string, Kind>();
const KOREAN = /[\uac00-\ud7a3]/;
const WORDS = new RegExp(`(?:${WORD_LETTER})+`, "gu");

/** Folds a text for matching, and collapses white space to single spaces. */
export function foldLine(text: string): string {
  return fold(text).replace(/\s+/g, " ");
}

/**
 * A matcher for words in a text that was folded by `foldLine`. Its time grows with the text, not with the number
 * of words.
 * @returns the indices of the words that occur
 */
export function wordFinder(words: readonly SoughtWord[]): (text: string) => Set<number> {
  const parts = words.map(({ word }) => foldLine(word).trim());
  const placesOf = (alone: boolean) => [...parts.keys()].filter((at) => parts[at] !== "" && words[at]?.whole === alone);
  const inside = finder(placesOf(false), (at) => parts[at] ?? "");
  const whole = finder(placesOf(true), (at) => marked(parts[at] ?? ""));
  return (text) => {
    const found = new Set<number>();
    inside(text, found);
    for (const said of withoutEnds(text)) whole(marked(said), found);
    return found;
  };
}

function finder(places: number[], partAt: (place: number) => string): (text: string, found: Set<number>) => void {
  if (places.length === 0) return () => undefined;
  const automaton = new Automaton(places.map(partAt));
  return (text, found) =>
    automaton.run(text, (which) => {
      const before = found.size;
      for (const at of which) found.add(places[at] ?? 0);
      // What was reported before included all shorter patterns.
      return found.size > before;
    });
}

/** A text, and its variants with one, two and three Korean particles removed from the ends of its words. */
function withoutEnds(text: string): string[] {
  if (!KOREAN.test(text)) return [text];
  const fewer = (by: number) => text.replace(WORDS, (word) => withoutParticles(word).slice(0, by).at(-1) ?? word);
  return [text, ...new Set([fewer(1), fewer(2), fewer(3)])];
}

/** A text with markers where words may begin and end, which depends on the characters on both sides. */
function marked(text: string): string {
  let made = BEGIN;
  let before: Kind | null = null;
  let flags = 0;
  for (const character of text) {
    const kind = known.get(character) ?? learn(character);
    if (before !== null && ends(before, kind, flags)) made += END;
    if (before !== null && begins(before, kind, flags)) made += BEGIN;
    made += character;
    flags = kind === "flag" ? flags + 1 : 0;
    before = kind;
  }
  return made + END;
}

/** @param flags the number of flag letters before this position; two make a flag */
function ends(before: Kind, after: Kind, flags: number): boolean {
  if (before === "letter") return after !== "letter" && after !== "changer";
  if (before === "flag" && after === "flag") return flags % 2 === 0;
  return after !== "joiner" && after !== "changer";
}

function begins(before: Kind, after: Kind, flags: number): boolean {
  if (after === "letter") return before !== "letter";
  if (before === "flag" && after === "flag") return flags % 2 === 0;
  return before !== "joiner";
}

function learn(character: string): Kind {
  const kind = KINDS.find(([, expression]) => expression.test(character))?.[0] ?? "other";
  known.set(character, kind);
  return kind;
}
