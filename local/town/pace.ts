import type { Random } from "@/lib/seeded";
import { weighted } from "@/local/town/chance";
import { HOUR, localTime, MINUTE, type Clock } from "@/local/town/clock";
import { livelyHours } from "@/local/town/hours";

/** The average number of each action per day: about 4,600 barks in all. */
export const DAILY = { bark: 3_000, answer: 1_500, quote: 100, like: 7_000, react: 2_000, rebark: 500 } as const;

export type TownDeed = keyof typeof DAILY;
const DEEDS: readonly TownDeed[] = ["bark", "answer", "quote", "like", "react", "rebark"];

const ALL = DEEDS.reduce((sum, deed) => sum + DAILY[deed], 0);
/** The minimum activity, so that somebody is awake even before dawn. */
const LEAST = 2;

/** A random next action. */
export const nextDeed = (random: Random): TownDeed =>
  DEEDS[
    weighted(
      random,
      DEEDS.map((deed) => DAILY[deed]),
    )
  ] ?? "like";

/** The average milliseconds between two actions: a few seconds in the evening, half a minute before dawn. */
export function meanPause(now: number, clock: Clock): number {
  const hours = livelyHours(now, clock).map((weight) => Math.max(weight, LEAST));
  const share = (hours[localTime(now, clock).hour] ?? LEAST) / hours.reduce((sum, weight) => sum + weight, 0);
  return HOUR / (ALL * share);
}

/** A random pause (ms) before the next action: never so short that it looks automated, always under a minute. */
export const pause = (random: Random, now: number, clock: Clock): number =>
  Math.max(400, Math.min(MINUTE, -meanPause(now, clock) * Math.log(1 - random())));
