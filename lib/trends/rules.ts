import { TRENDS_HALF, TRENDS_SLOT, TRENDS_SLOTS, TRENDS_WINDOW } from "@/lib/redis/keys";
import type { Counted, InterestRow, Interests, Mention, Trend } from "@/lib/trends/schema";
import { termKey, termsOf } from "@/lib/trends/words";

/** The sum for a rate of one author an hour when each mention decays this way. */
const STEADY = TRENDS_HALF / 60 / Math.LN2;
/** The parts of a day for which authors are counted: what is usual at one time of day is not at another. */
const SLOTS_A_DAY = (24 * 60) / TRENDS_SLOT;
/** The slots that the last twelve hours may touch; they are compared with those before. */
const COMPARED = 2;
/** Prevents an infinite score for a term's first mentions. */
const DOUBT = 1;
/**
 * The minimum number of people of a trend: a single word is often used by chance, a phrase or a topic hardly ever. For the
 * same reason phrases and topics weigh more. Where many bark, a few say the same by chance, so that it takes more of them.
 */
const AUTHORS = { telling: 3, word: 5 };
const AUTHORS_IN_CROWD = { telling: 5, word: 8 };
/** How many people have to bark within twelve hours to be a crowd. */
const CROWD = 150;
/** How many people have to tag a word before it is a topic. */
const TAGGED = 3;
const TELLING = 2;
/** Below this score a term is used about as much as usual. Topics are chosen deliberately; a single word needs most. */
const LEAST = { topic: 1, phrase: 2, word: 3 };
/**
 * The minimum ratio of a word's use to its usual use. In the evening people bark more than twice as much as on average, so
 * all words are used more. Topics are chosen deliberately and need less.
 */
const UNUSUAL = 3;
/** A term is left out when at least this share of its people, or of its barks, belong to another one that trends. */
const COVERED = 0.6;

/** Parses a term from the fields of its hash in Redis. @param since when counting began (Unix minutes) */
export function parseTerm(key: string, fields: string[], since: number): Counted {
  const mentions: Mention[] = [];
  let state = ["0", "0", ""];
  for (let index = 0; index < fields.length; index += 2) {
    const [field = "", value = ""] = fields.slice(index, index + 2);
    if (field === "=") state = value.split(" ");
    else mentions.push(...value.split("\n").flatMap((entry) => parseMention(field, entry)));
  }
  const [, at, week = ""] = state;
  return { key, mentions, at: Number(at), week: week.split(",").map(Number), since };
}

function parseMention(author: string, entry: string): Mention[] {
  const [, minute, bark, said] = /^(\d+) (\d+) (.+)$/su.exec(entry) ?? [];
  return minute && bark && said ? [{ author, minute: Number(minute), bark, said }] : [];
}

/**
 * How much more people use a term at `minute` than expected; null when that is no trend.
 * @param without people who do not count for the viewer
 * @param crowd how many people barked lately
 */
export function scoreTerm(
  term: Counted,
  minute: number,
  without: ReadonlySet<string> = new Set(),
  crowd = 0,
): Trend | null {
  const least = crowd < CROWD ? AUTHORS : AUTHORS_IN_CROWD;
  const last = new Map<string, Mention>();
  for (const mention of term.mentions) {
    const known = last.get(mention.author);
    const counts = mention.minute > minute - TRENDS_WINDOW && !without.has(mention.author);
    if (counts && (!known || mention.minute > known.minute)) last.set(mention.author, mention);
  }
  const newest = [...last.values()].toSorted((a, b) => b.minute - a.minute || (a.bark < b.bark ? 1 : -1));
  if (newest.length < least.telling) return null;
  const now = newest.reduce((sum, mention) => sum + 0.5 ** (Math.max(0, minute - mention.minute) / TRENDS_HALF), 0);
  const usual = usualAt(term, minute);
  const expected = ((usual ?? 0) / (TRENDS_SLOT / 60)) * STEADY;
  const score = (now - expected) / Math.sqrt(expected + DOUBT);
  const said = wordings(newest);
  // One person's tag does not make a topic of what others just say.
  const tagged = newest.filter((mention) => mention.said.startsWith("#")).length >= TAGGED;
  const topic = tagged ? said.find((wording) => wording.startsWith("#")) : undefined;
  const words = said.filter((wording) => !wording.startsWith("#"));
  const telling = topic !== undefined || words.some(isPhrase);
  if (score < LEAST[topic ? "topic" : telling ? "phrase" : "word"]) return null;
  if (!telling && newest.length < least.word) return null;
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
    usual: usual === null ? null : usual * (TRENDS_WINDOW / TRENDS_SLOT),
  };
}

/** How many people barked any of these terms within the twelve hours before `minute`. */
export function crowdOf(terms: readonly Counted[], minute: number): number {
  const lately = terms.flatMap(({ mentions }) => mentions.filter((mention) => mention.minute > minute - TRENDS_WINDOW));
  return new Set(lately.map(({ author }) => author)).size;
}

/** How many people used it in each hour of the window, oldest first; the last two mentions of each person are known. */
function hoursOf(mentions: Mention[], minute: number): number[] {
  const hours = Array.from({ length: TRENDS_WINDOW / 60 }, () => new Set<string>());
  for (const mention of mentions) hours[Math.floor(Math.max(0, minute - mention.minute) / 60)]?.add(mention.author);
  return hours.map((people) => people.size).toReversed();
}

/**
 * How many authors used a term in six hours of the week before the last twelve hours: on average, or at this time of
 * day if that is more. Null while less than a day was counted. `trends_note.lua` computes the same for the order of
 * rising terms.
 */
function usualAt({ at, week, since }: Counted, minute: number): number | null {
  const slotOf = (time: number) => Math.floor(time / TRENDS_SLOT);
  const known = Math.min(TRENDS_SLOTS - 1, slotOf(minute) - slotOf(since));
  if (known < SLOTS_A_DAY) return null;
  // The slots of this week by their age, of which the newest stored one is that of the last mention.
  const later = Math.max(0, slotOf(minute) - slotOf(at));
  const ages = Array.from({ length: known - COMPARED + 1 }, (_, index) => index + COMPARED);
  const sum = (of: number[]) => of.reduce((all, slots) => all + (week[slots - later] ?? 0), 0);
  const sameTime = ages.filter((slots) => slots % SLOTS_A_DAY === 0);
  return Math.max(sum(ages) / ages.length, sum(sameTime) / sameTime.length);
}

/** The spellings of a term, most frequent first; ties are broken deterministically. */
function wordings(mentions: Mention[]): string[] {
  const counts = new Map<string, number>();
  for (const { said } of mentions) counts.set(said, (counts.get(said) ?? 0) + 1);
  return [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? 1 : -1)).map(([said]) => said);
}

/**
 * Trends by score. Of phrases and words that overlap and that mostly the same people use, only one is left: the longest
 * that most people of the shorter one use; so "first frost tonight" replaces "first frost" and "frost", or is left out.
 * Words and phrases of mostly the same barks are one trend too.
 */
export function rank(trends: Trend[]): Trend[] {
  const ordered = trends.toSorted((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
  const words = new Map(ordered.map((trend) => [trend, partsOf(trend)]));
  const within = (shorter: Trend, longer: Trend) => {
    const [few = [], many = []] = [words.get(shorter), words.get(longer)];
    return few.length > 0 && few.length < many.length && few.every((part) => many.includes(part));
  };
  const alone = ordered.filter(
    (trend) =>
      trend.kind === "topic" ||
      !ordered.some(
        (other) =>
          (within(trend, other) && share(trend.authors, other.authors) >= COVERED) ||
          (within(other, trend) && other.said.some(isPhrase) && share(other.authors, trend.authors) < COVERED),
      ),
  );
  return alone.filter(
    (trend, place) =>
      trend.kind === "topic" || !alone.slice(0, place).some((other) => share(trend.barks, other.barks) >= COVERED),
  );
}

/** The keys of the words of a trend's longest wording. */
function partsOf({ said }: Trend): string[] {
  const plain = said.filter((wording) => !wording.startsWith("#")).map((wording) => wording.split(" ").map(termKey));
  return plain.toSorted((a, b) => b.length - a.length)[0] ?? [];
}

const isPhrase = (wording: string): boolean => wording.includes(" ");

/** The share of some ids that are among others. */
function share(some: string[], others: string[]): number {
  const known = new Set(others);
  return some.filter((id) => known.has(id)).length / some.length;
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
