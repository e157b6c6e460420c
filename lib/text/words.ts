import { fold } from "@/lib/text/fold";
import { withoutParticles } from "@/lib/text/korean";
import { RUN_LETTER, WORD_LETTER } from "@/lib/text/letters";

const PICTURE = String.raw`\p{Extended_Pictographic}[\ufe0e\ufe0f\u{1f3fb}-\u{1f3ff}]*`;
const EMOJI = new RegExp(
  String.raw`\p{RI}\p{RI}|[\d#*]\ufe0f?\u20e3|${PICTURE}(?:[\u{e0020}-\u{e007f}]+|(?:\u200d${PICTURE})+)?\u20e3?`,
  "uy",
);
/** Characters that may join letters to one word and are often omitted: don't, l’été, e-mail, il·lusió, צה״ל. */
const JOINERS = /['’‘ʼʻ׳·\-‐‑־֊"״]/gu;
const SKIN = /[\u{1f3fb}-\u{1f3ff}]/gu;

/** The class of a character. `quote` joins Hebrew letters only; `nothing` is invisible and may occur inside words. */
type Sign = "letter" | "run" | "emoji" | "keycap" | "joiner" | "quote" | "nothing" | "other";
const SIGNS: [Sign, RegExp][] = [
  ["keycap", /^[\d#*]$/],
  ["joiner", /^['’‘ʼʻ׳·\-‐‑־֊]$/u],
  ["quote", /^["״]$/],
  ["nothing", /^(?:[\u00ad\u200b-\u200d]|\p{Variation_Selector})$/u],
  ["emoji", /^[\p{RI}\p{Extended_Pictographic}]$/u],
  ["run", new RegExp(`^${RUN_LETTER}$`, "u")],
  ["letter", new RegExp(`^${WORD_LETTER}$`, "u")],
];
const HEBREW = /^\p{Script=Hebrew}$/u;

/** A cache of the class of each character. */
const known = new Map<number, Sign>();

function signAt(text: string, at: number): Sign {
  const point = text.codePointAt(at) ?? 0;
  return known.get(point) ?? learn(point);
}

function learn(point: number): Sign {
  const character = String.fromCodePoint(point);
  const sign = SIGNS.find(([, expression]) => expression.test(character))?.[0] ?? "other";
  known.set(point, sign);
  return sign;
}

const widthAt = (text: string, at: number) => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
const isLetter = (sign: Sign, text: string, at: number) =>
  sign === "letter" || (sign === "keycap" && text.charCodeAt(at) >= 0x30);

/** The maximum number of letters of a word in the index and in searches. */
const LONGEST = 40;

/** A word of a text: its position, and how it is indexed and searched. */
export interface Word {
  from: number;
  to: number;
  /** A run of a script without spaces is an unknown number of words; its tokens are its letters. */
  kind: "word" | "run" | "emoji";
  /** What is indexed, in order: the letters of a run, or the parts of a joined word. */
  tokens: string[];
  /** Spelling variants: the parts joined, without Korean particles, without skin tones. */
  others: string[];
}

/** The words of a text, folded, with their positions. */
export function wordsOf(text: string): Word[] {
  return cutWords(text, fold);
}

function cutWords(text: string, folding: (word: string) => string): Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < text.length) {
    const sign = signAt(text, at);
    const emoji = sign === "emoji" || sign === "keycap" ? emojiEnd(text, at) : at;
    const kind = emoji > at ? "emoji" : sign === "run" ? "run" : isLetter(sign, text, at) ? "word" : null;
    if (kind === null) {
      at += widthAt(text, at);
      continue;
    }
    const to = kind === "emoji" ? emoji : lettersEnd(text, at, kind);
    words.push({ from: at, to, kind, ...formsOf(folding(text.slice(at, to)), kind) });
    at = to;
  }
  return words;
}

function emojiEnd(text: string, from: number): number {
  EMOJI.lastIndex = from;
  return EMOJI.test(text) ? EMOJI.lastIndex : from;
}

/** The end of a word or run that begins at `from`: after its last letter. */
function lettersEnd(text: string, from: number, kind: "word" | "run"): number {
  let end = from;
  for (let at = from; at < text.length;) {
    const sign = signAt(text, at);
    const next = at + widthAt(text, at);
    if (kind === "run" ? sign === "run" : isLetter(sign, text, at)) end = next;
    else if (at !== end || !(sign === "nothing" || (kind === "word" && joins(sign, text, at)))) break;
    at = next;
  }
  return end;
}

/** Whether a character may stand between letters of one word. */
function joins(sign: Sign, text: string, at: number): boolean {
  if (sign === "joiner") return true;
  return sign === "quote" && HEBREW.test(text.charAt(at - 1)) && HEBREW.test(text.charAt(at + 1));
}

function formsOf(word: string, kind: Word["kind"]): Pick<Word, "tokens" | "others"> {
  if (kind === "run") return { tokens: Array.from(word), others: [] };
  if (kind === "emoji") return { tokens: [word], others: SKIN.test(word) ? [word.replace(SKIN, "")] : [] };
  if (word.search(JOINERS) === -1) return { tokens: [cut(word)], others: withoutParticles(cut(word)) };
  const parts = word.split(JOINERS).filter(Boolean);
  const whole = cut(parts.join(""));
  return { tokens: parts.map(cut), others: [...(parts.length > 1 ? [whole] : []), ...withoutParticles(whole)] };
}

const asIs = (word: string): string => word;

function cut(word: string): string {
  return word.length <= LONGEST ? word : Array.from(word).slice(0, LONGEST).join("");
}

/** Increase this when `searchable` changes: the next start then indexes all texts again. */
export const WORDS_VERSION = 1;

/** Separates texts, so that no phrase spans two of them; no search contains it. */
const BETWEEN = "|";

/**
 * What the full-text index stores of texts, words separated by spaces: first the words of each text in order, for
 * phrases, then their spelling variants.
 */
export function searchable(...texts: (string | null | undefined)[]): string {
  const said: string[] = [];
  const others = new Set<string>();
  for (const text of texts) {
    if (!text) continue;
    if (said.length > 0) said.push(BETWEEN);
    for (const word of cutWords(fold(text), asIs)) {
      said.push(...word.tokens);
      for (const other of word.others) others.add(other);
    }
  }
  return (others.size === 0 ? said : [...said, BETWEEN, ...others]).join(" ");
}

/** What the full-text index stores of a person besides the handle. */
export function personWords({ name, bio }: { name: string; bio: string }): { nameWords: string; bioWords: string } {
  return { nameWords: searchable(name), bioWords: searchable(bio) };
}
