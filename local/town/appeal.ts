import type { Random } from "@/lib/seeded";
import { normal } from "@/local/town/chance";
import type { TownPerson } from "@/local/town/folk";
import type { TownFollow } from "@/local/town/follows";

/** The number of followers of each person. */
export function followerCounts(people: readonly TownPerson[], follows: readonly TownFollow[]): number[] {
  const counts = people.map(() => 0);
  for (const { to } of follows) counts[to] = (counts[to] ?? 0) + 1;
  return counts;
}

/** Roughly how many people will like a bark: long-tailed, and growing with the number of followers, less than linearly. */
export const appealOf = (random: Random, followers: number): number =>
  Math.min(80, Math.exp(1.05 * normal(random)) * followers ** 0.62 * 0.3);
