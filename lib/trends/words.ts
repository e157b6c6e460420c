import { entities } from "@/lib/text/entities";
import { fold } from "@/lib/text/fold";
import { isStop } from "@/lib/trends/stops";

/** A term of a bark: `key` is the same for all spellings, `said` is one of them. */
export interface Term {
  key: string;
  said: string;
}

/** The maximum number of topics, and of terms in all, that count for one bark. */
const TOPICS = 10;
const TERMS = 40;
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

/** The terms of a bark, each once: its topics, then words, phrases of two words and emoji in order. */
export function termsOf(text: string, language: string | null): Term[] {
  const parts = entities(text.normalize("NFKC"));
  const topics = parts.flatMap((part) => (part.kind === "topic" ? [part.text] : [])).slice(0, TOPICS);
  const said = parts.flatMap((part) => (part.kind === "text" ? wordsOf(part.text, language) : []));
  const terms = new Map<string, Term>();
  for (const word of [...topics, ...said]) {
    const key = termKey(word);
    if (key.length <= LONGEST && word.length <= LONGEST && !terms.has(key)) terms.set(key, { key, said: word });
  }
  return [...terms.values()].slice(0, TERMS);
}

/** The meaningful words of a run of text, each with the phrase that it ends. */
function wordsOf(run: string, language: string | null): string[] {
  const found: string[] = [];
  let before: string | null = null;
  for (const { segment, isWordLike } of segmenter(language).segment(run)) {
    if (EMOJI.test(segment)) {
      if (!FEELING.test(segment)) found.push(segment.replace(LOOKS, ""));
      before = null;
    } else if (isWordLike && tells(segment, language)) {
      if (before !== null && !DENSE.test(segment) && termKey(before) !== termKey(segment))
        found.push(`${before} ${segment}`);
      found.push(segment);
      before = DENSE.test(segment) ? null : segment;
      // The two words of a phrase are separated by exactly one space.
    } else if (segment !== " ") before = null;
  }
  return found;
}

function tells(word: string, language: string | null): boolean {
  const lower = word.toLowerCase();
  if (!/\p{L}/u.test(word) || isStop(lower, language) || isStop(lower.replace(/['’]s$/u, ""), language)) return false;
  return Array.from(word).length >= (DENSE.test(word) ? 2 : 3);
}
