import { townBarks, type TownBark } from "@/local/town/chatter";
import type { Clock } from "@/local/town/clock";
import { townFolk, type TownPerson } from "@/local/town/folk";
import { townFollows, type TownFollow } from "@/local/town/follows";

export interface Town {
  people: TownPerson[];
  follows: TownFollow[];
  barks: TownBark[];
}

/** The one town that everybody's demo shows. */
export const TOWN_SEED = 999;

/** A whole invented town, the same for the same size, seed and clock: its people, who follows whom, and four weeks of barks. */
export function makeTown(size: number, seed: number, clock: Clock): Town {
  const people = townFolk(size, seed, clock);
  const follows = townFollows(people, seed, clock);
  return { people, follows, barks: townBarks(people, follows, seed, clock) };
}
