import type { Random } from "@/lib/seeded";

/** A normally distributed random number (Box and Muller). */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** A Poisson-distributed random number with this mean (Knuth; for means below some hundreds). */
export function poisson(random: Random, mean: number): number {
  const limit = Math.exp(-Math.min(mean, 700));
  let [count, product] = [0, random()];
  for (; product > limit; count++) product *= random();
  return count;
}

/** A random index of a list, with the given weights. */
export function weighted(random: Random, weights: readonly number[]): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const place = weights.findIndex((weight) => (left -= weight) < 0);
  return place === -1 ? weights.length - 1 : place;
}

/** Some random elements of a list, in random order. */
export function some<T>(random: Random, things: readonly T[], count: number): T[] {
  if (count < 1) return [];
  const left = [...things];
  return Array.from({ length: Math.min(count, left.length) }, () => {
    const [taken] = left.splice(Math.floor(random() * left.length), 1);
    return taken;
  }).filter((taken) => taken !== undefined);
}
