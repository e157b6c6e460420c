import { entities } from "@/lib/text/entities";
import { fold } from "@/lib/text/fold";
import { isCommon, isStop } from "@/lib/trends/stops";
import { composed } from "@/lib/text/composed";

/** A term of a bark: `key` is the same for all spellings, `said` is one of them. */
export interface Term {
  key: string;
  said: string;
}

/** The maximum number of topics, and of terms in all, that count for one bark. */
const TOPICS = 10;
const TERMS = 28;
const LONGEST = 40;

/** Scripts in which a word of two characters is as meaningful as one of three letters elsewhere. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const EMOJI = new RegExp("^\\p{RGI_Emoji}$", "v");
/** Faces, hands and hearts express a feeling, not a subject. */
const FEELING = new RegExp(
  String.raw`^[\u{1f600}-\u{1f64f}\u{1f910}-\u{1f92f}\u{1f970}-\u{1f97a}\u{1f440}-\u{1f450}\u{1f493}-\u{1f49f}` +
    String.raw`\u{1fae0}-\u{1faff}\u2764\u2665\u2728\u{1f525}\u{1f389}\u{1f4af}\u{1f4aa}]`,
  "u",
);
/** Skin tones, hair and the emoji presentation selector: 👩🏽‍🌾 becomes 👩‍🌾. */
const LOOKS = /[\u{1f3fb}-\u{1f3ff}]|\ufe0f/gu;

/**
 * The key under which a term is counted. Folded spellings, plurals, and a phrase and a topic of the same letters share
 * one ("Seed swaps" and #SeedSwap).
 */
export function termKey(said: string): string {
  const plain = fold(said.replace(LOOKS, "")).trim().replace(/'s$/u, "");
  const bare = plain.replace(/[\s#_'·-]+/gu, "");
  return singular(bare === "" ? plain : bare);
}

function singular(word: string): string {
  if (word.length < 5 || !/[a-z]s$/.test(word) || word.endsWith("ss")) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return /(?:ch|sh|x|ss)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

const segmenters = new Map<string, Intl.Segmenter>();

/** One segmenter per language: creating one takes longer than using it. */
function segmenter(language: string | null): Intl.Segmenter {
  const code = language?.slice(0, 2).toLowerCase() ?? "";
  const known = segmenters.get(code);
  if (known) return known;
  const made = new Intl.Segmenter(/^[a-z]{2}$/.test(code) ? code : undefined, { granularity: "word" });
  if (segmenters.size < 200) segmenters.set(code, made);
  return made;
}

/** The terms of a bark, each once: its topics, then words, phrases of two or three words and emoji in order. */
export function termsOf(text: string, language: string | null): Term[] {
  const parts = entities(composed(text, "NFKC"));
  const topics = parts.flatMap((part) => (part.kind === "topic" ? [part.text] : [])).slice(0, TOPICS);
  const said = parts.flatMap((part) => (part.kind === "text" ? wordsOf(part.text, language) : []));
  const terms = new Map<string, Term>();
  for (const word of [...topics, ...said]) {
    const key = termKey(word);
    if (key.length <= LONGEST && word.length <= LONGEST && !terms.has(key)) terms.set(key, { key, said: word });
  }
  return [...terms.values()].slice(0, TERMS);
}

/** A word of a text. */
interface Said {
  word: string;
  /** Not a stop word, so that a phrase may begin or end with it. */
  tells: boolean;
  /** Also not a common word, so that it says something by itself. */
  alone: boolean;
}

/** The meaningful words of a run of text, each after the phrases that it ends. */
function wordsOf(run: string, language: string | null): string[] {
  const found: string[] = [];
  // The words before, as far as only spaces separate them.
  let before: Said[] = [];
  for (const { segment, isWordLike } of segmenter(language).segment(run)) {
    if (EMOJI.test(segment)) {
      if (!FEELING.test(segment)) found.push(segment.replace(LOOKS, ""));
      before = [];
    } else if (isWordLike) {
      const said = judge(segment, language);
      const dense = DENSE.test(segment);
      if (said.tells && !dense) found.push(...phrasesOf([...before, said]));
      if (said.alone) found.push(segment);
      before = dense ? [] : [...before, said].slice(-2);
    } else if (segment !== " ") before = [];
  }
  return found;
}

/** The phrases that the last of up to three words ends: of three words, then of two. At least one says something. */
function phrasesOf(words: Said[]): string[] {
  return [words, words.slice(-2)].flatMap((part) => {
    const [first, last] = [part[0], part.at(-1)];
    const whole = part.length > 1 && first?.tells && part.some(({ alone }) => alone);
    return whole && new Set(part.map(({ word }) => termKey(word))).size === part.length && last !== first
      ? [part.map(({ word }) => word).join(" ")]
      : [];
  });
}

function judge(word: string, language: string | null): Said {
  const lower = word.toLowerCase();
  const bare = lower.replace(/['’]s$/u, "");
  const long = Array.from(word).length >= (DENSE.test(word) ? 2 : 3);
  const tells = long && /\p{L}/u.test(word) && !isStop(lower, language) && !isStop(bare, language);
  return { word, tells, alone: tells && !isCommon(bare, language) && !isCommon(termKey(word), language) };
}
