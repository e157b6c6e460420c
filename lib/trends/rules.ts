import { TRENDS_HALF, TRENDS_WINDOW } from "@/lib/redis/keys";
import type { Counted, InterestRow, Interests, Mention, Trend } from "@/lib/trends/schema";
import { termKey, termsOf } from "@/lib/trends/words";

/**
 * How fast the usual rate changes. Redis computes the same for the order of rising terms (`trends_note.lua`); what is
 * shown is always computed here from the mentions themselves.
 */
const SLOW = 1 / 24;
/** The sum for a rate of one author an hour when each mention decays this way. */
const STEADY = TRENDS_HALF / 60 / Math.LN2;
/** Prevents an infinite score for a term's first mentions. */
const DOUBT = 1;
/**
 * The minimum number of people of a trend: a single word is often used by chance, a phrase or a topic hardly ever. For the
 * same reason phrases and topics weigh more.
 */
const AUTHORS = 3;
const AUTHORS_OF_WORD = 5;
const TELLING = 2;
/** Below this score a term is used about as much as usual. */
const LEAST = 1;
/**
 * The minimum ratio of a word's use to its usual use. In the evening people bark more than twice as much as on average, so
 * all words are used more. Topics are chosen deliberately and need less.
 */
const UNUSUAL = 3;
/** A word is left out when at least this share of its people use it within a trending phrase. */
const COVERED = 0.6;

/** Parses a term from the fields of its hash in Redis. */
export function parseTerm(key: string, fields: string[]): Counted {
  const mentions: Mention[] = [];
  let state = ["0", "0", "0", "0"];
  for (let index = 0; index < fields.length; index += 2) {
    const [field = "", value = ""] = fields.slice(index, index + 2);
    if (field === "=") state = value.split(" ");
    else mentions.push(...value.split("\n").flatMap((entry) => parseMention(field, entry)));
  }
  const [, at = 0, hour = 0, ewma = 0] = state.map(Number);
  return { key, mentions, at, hour, ewma };
}

function parseMention(author: string, entry: string): Mention[] {
  const [, minute, bark, said] = /^(\d+) (\d+) (.+)$/su.exec(entry) ?? [];
  return minute && bark && said ? [{ author, minute: Number(minute), bark, said }] : [];
}

/**
 * How much more people use a term at `minute` than expected; null when that is no trend.
 * @param without people who do not count for the viewer
 */
export function scoreTerm(term: Counted, minute: number, without: ReadonlySet<string> = new Set()): Trend | null {
  const last = new Map<string, Mention>();
  for (const mention of term.mentions) {
    const known = last.get(mention.author);
    const counts = mention.minute > minute - TRENDS_WINDOW && !without.has(mention.author);
    if (counts && (!known || mention.minute > known.minute)) last.set(mention.author, mention);
  }
  const newest = [...last.values()].toSorted((a, b) => b.minute - a.minute || (a.bark < b.bark ? 1 : -1));
  if (newest.length < AUTHORS) return null;
  const now = newest.reduce((sum, mention) => sum + 0.5 ** (Math.max(0, minute - mention.minute) / TRENDS_HALF), 0);
  const expected = expectedAt(term, minute) * STEADY;
  const score = (now - expected) / Math.sqrt(expected + DOUBT);
  if (score < LEAST) return null;
  const said = wordings(newest);
  // One person's tag does not make a topic of what others just say.
  const tagged = newest.filter((mention) => mention.said.startsWith("#")).length >= AUTHORS;
  const topic = tagged ? said.find((wording) => wording.startsWith("#")) : undefined;
  const words = said.filter((wording) => !wording.startsWith("#"));
  const telling = topic !== undefined || words.some((wording) => wording.includes(" "));
  if (!telling && newest.length < AUTHORS_OF_WORD) return null;
  if (!topic && now < expected * UNUSUAL) return null;
  return {
    key: term.key,
    kind: topic ? "topic" : "word",
    name: topic?.slice(1) ?? words[0] ?? said[0]?.slice(1) ?? term.key,
    said,
    score: telling ? score * TELLING : score,
    authors: newest.map(({ author }) => author),
    barks: newest.map(({ bark }) => bark),
    hours: hoursOf(
      term.mentions.filter(({ author }) => !without.has(author)),
      minute,
    ),
  };
}

/** How many people used it in each hour of the window, oldest first; the last two mentions of each person are known. */
function hoursOf(mentions: Mention[], minute: number): number[] {
  const hours = Array.from({ length: TRENDS_WINDOW / 60 }, () => new Set<string>());
  for (const mention of mentions) hours[Math.floor(Math.max(0, minute - mention.minute) / 60)]?.add(mention.author);
  return hours.map((people) => people.size).toReversed();
}

/** The long-term rate in authors an hour, decayed since the last mention. */
function expectedAt({ at, hour, ewma }: Counted, minute: number): number {
  const hours = Math.floor(minute / 60) - Math.floor(at / 60);
  return hours <= 0 ? ewma : (ewma + (hour - ewma) * SLOW) * (1 - SLOW) ** (hours - 1);
}

/** The spellings of a term, most frequent first; ties are broken deterministically. */
function wordings(mentions: Mention[]): string[] {
  const counts = new Map<string, number>();
  for (const { said } of mentions) counts.set(said, (counts.get(said) ?? 0) + 1);
  return [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? 1 : -1)).map(([said]) => said);
}

/** Trends by score, without words that are used because of a phrase or topic that trends itself. */
export function rank(trends: Trend[]): Trend[] {
  const ordered = trends.toSorted((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
  const longer = ordered.filter(({ said }) => said.some((wording) => wording.includes(" ")));
  return ordered.filter((trend) => !longer.some((phrase) => covers(phrase, trend)));
}

function covers(phrase: Trend, word: Trend): boolean {
  if (phrase.key === word.key || word.kind === "topic") return false;
  const parts = phrase.said.filter((said) => said.includes(" ")).flatMap((said) => said.split(" ").map(termKey));
  if (!parts.includes(word.key)) return false;
  const people = new Set(phrase.authors);
  return word.authors.filter((author) => people.has(author)).length >= COVERED * word.authors.length;
}

/** Who is interested in which term: from what the viewer and the people they follow barked, liked and rebarked. */
export function interestsIn(rows: InterestRow[]): Interests {
  const interests: Interests = new Map();
  for (const { who, text, language } of rows) {
    for (const { key } of termsOf(text, language)) {
      const people = interests.get(key) ?? new Set();
      interests.set(key, people.add(who));
    }
  }
  return interests;
}

/** A trend, and which people around the viewer are interested in it. */
export interface PersonalTrend {
  trend: Trend;
  /** Followed people, those who barked it last first. */
  followed: string[];
  /** Whether the viewer barked, liked or rebarked something with this term. */
  own: boolean;
}

/**
 * Sorts trends by how much they concern a viewer. Each further followed person weighs less than the one before, so that
 * a circle of friends can lift a trend but not create one.
 */
export function personalise(
  trends: Trend[],
  { viewerId, followed, interests }: { viewerId: string; followed: ReadonlySet<string>; interests: Interests },
): PersonalTrend[] {
  const concerns = trends.map((trend) => {
    const around = [...trend.authors, ...(interests.get(trend.key) ?? [])];
    const known = [...new Set(around)].filter((id) => id !== viewerId && followed.has(id));
    const own = around.includes(viewerId);
    return {
      trend,
      followed: known,
      own,
      weight: trend.score * (1 + 0.5 * Math.log2(1 + known.length) + (own ? 0.5 : 0)),
    };
  });
  return concerns.toSorted((a, b) => b.weight - a.weight || (a.trend.key < b.trend.key ? -1 : 1));
}
