/** Particles by the end of the preceding syllable: after a consonant, after a vowel, or after either. */
const AFTER_CONSONANT = "은 이 을 과 으로 이랑 이나 이며 이라".split(" ");
const AFTER_VOWEL = "는 가 를 와 로 랑 나 며 라".split(" ");
const AFTER_EITHER =
  "의 에 에서 에게 에게서 한테 한테서 께 께서 도 만 들 까지 부터 처럼 보다 마다 조차 마저 밖에 하고 이다 입니다".split(
    " ",
  );

const LONGEST = 3;
/** Up to this many particles can follow each other: 고양이들에게는. */
const MOST = 3;
const FIRST = 0xac00;
const LAST = 0xd7a3;
/** Syllables with the same initial and vowel are 28 consecutive code points: no final consonant, or one of 27. */
const ENDS = 28;
const L = 8;

const consonant = new Set([...AFTER_CONSONANT, ...AFTER_EITHER]);
const vowel = new Set([...AFTER_VOWEL, ...AFTER_EITHER]);
const either = new Set([...consonant, ...vowel]);

/**
 * The stems of a word without its Korean particles, longest first: 고양이가 gives 고양이, and possibly 고양. Empty for words
 * of other scripts.
 */
export function withoutParticles(word: string): string[] {
  const found: string[] = [];
  let rest = word;
  while (found.length < MOST) {
    const shorter = withoutLast(rest);
    if (shorter === null) break;
    found.push(shorter);
    rest = shorter;
  }
  return found;
}

/** Longer particles are tried first: 에서 is one particle, not 서 after 에. */
function withoutLast(word: string): string | null {
  if (!isSyllable(word.charCodeAt(word.length - 1))) return null;
  for (let length = Math.min(LONGEST, word.length - 1); length > 0; length--) {
    const stem = word.slice(0, -length);
    if (follows(stem.charCodeAt(stem.length - 1)).has(word.slice(-length))) return stem;
  }
  return null;
}

function follows(last: number): Set<string> {
  if (!isSyllable(last)) return either;
  const end = (last - FIRST) % ENDS;
  return end === 0 || end === L ? (end === L ? either : vowel) : consonant;
}

function isSyllable(unit: number): boolean {
  return unit >= FIRST && unit <= LAST;
}
