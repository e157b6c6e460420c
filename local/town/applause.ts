import { hashOf, seeded, type Random } from "@/lib/seeded";
import type { Crowd } from "@/local/town/answers";
import { TALK, versionAt, type TownBark } from "@/local/town/bark";
import { normal, poisson, some, weighted } from "@/local/town/chance";
import { MINUTE, type Clock } from "@/local/town/clock";
import { feelingsAbout } from "@/local/town/feelings";

/** An action of a person on a bark: indices of both, and when (Unix ms). */
export interface TownAct {
  by: number;
  on: number;
  at: number;
}
/** A like or a reaction belongs to the version that the person saw. */
export type Like = TownAct & { version: number };
export type TownReaction = Like & { emoji: string };

export interface Applause {
  likes: Like[];
  reactions: TownReaction[];
  rebarks: TownAct[];
}

/** Generates who liked, reacted to and rebarked each bark, nobody twice. `done` has what was decided before. */
export function applaud(
  barks: readonly TownBark[],
  crowd: Crowd,
  done: Applause,
  seed: number,
  clock: Clock,
): Applause {
  const random = seeded(hashOf(`applause ${seed}`));
  const known = { likes: pairs(done.likes), rebarks: pairs(done.rebarks), reactions: pairs(done.reactions) };
  const given: Applause = { likes: [...done.likes], reactions: [...done.reactions], rebarks: [...done.rebarks] };
  barks.forEach((bark, on) => {
    const pool = audience(random, bark, crowd);
    const acts = (count: number, taken: ReadonlySet<string>): TownAct[] =>
      some(random, pool, Math.round(count)).flatMap((by) => {
        const at = momentAfter(random, bark, clock);
        return at === null || taken.has(`${by} ${on}`) ? [] : [{ by, on, at }];
      });
    const seen = (act: TownAct): Like => ({ ...act, version: versionAt(bark, act.at) });
    const passed = bark.known?.rebarks ?? bark.appeal * (bark.answers ? 0.02 : 0.07);
    given.likes.push(...acts(bark.appeal, known.likes).map(seen));
    for (const [emoji, count] of bark.known ? Object.entries(bark.known.emoji) : feelings(random, bark))
      given.reactions.push(...acts(count, known.reactions).map((act) => ({ ...seen(act), emoji })));
    if (!bark.audience) given.rebarks.push(...acts(passed, known.rebarks));
  });
  return given;
}

/** The emoji that a bark gets and how often: one to four kinds, the first most often. */
function feelings(random: Random, { subject, appeal }: TownBark): [string, number][] {
  const signs = some(random, feelingsAbout(subject), 1 + Math.floor(random() * 4));
  const weights = signs.map((_, i) => 0.5 ** i);
  const total = poisson(random, appeal * 0.22 * Math.exp(0.6 * normal(random)));
  const given = Array.from({ length: total }, () => weighted(random, weights));
  return signs.map((sign, i) => [sign, given.filter((place) => place === i).length]);
}

const pairs = (acts: readonly TownAct[]): ReadonlySet<string> => new Set(acts.map(({ by, on }) => `${by} ${on}`));

/** The people a bark reaches: its author's followers and, unless it is for followers only, others who had joined. */
function audience(random: Random, bark: TownBark, { people, followers, visitor }: Crowd): number[] {
  const there = (place: number) =>
    place !== bark.by && place !== visitor && (people[place]?.joined ?? Infinity) < bark.at;
  const near = (followers[bark.by] ?? []).filter(there);
  if (bark.audience === "private" || near.length > bark.appeal * 1.6) return near;
  const others = Array.from({ length: Math.ceil(bark.appeal * 2.2) }, () => Math.floor(random() * people.length));
  return [...new Set([...near, ...others.filter(there)])];
}

/** When a person sees a bark: usually within the hour, sometimes after days. Null when that is in the future. */
function momentAfter(random: Random, { at, appeal }: TownBark, { now }: Clock): number | null {
  // A bark that is talked about was seen by everybody it reached.
  const wait = appeal >= TALK ? (now - at) * random() ** 2.2 : Math.exp(1.3 * normal(random)) * 45 * MINUTE;
  const moment = Math.ceil(at + 4_000 + wait);
  return moment < now - 2_000 ? moment : null;
}
