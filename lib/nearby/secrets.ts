import { createHmac } from "node:crypto";
import { env } from "@/lib/env";
import { transformOf } from "@/lib/nearby/grid";
import { ORDER, type Secrets } from "@/lib/nearby/rules";

/** Three pseudo-random numbers from 0 to 1, derived from the words by a key that only the server has. */
function chances(...words: (string | number)[]): [number, number, number] {
  const bytes = createHmac("sha256", env().BARKER_SECRET)
    .update(["nearby", ...words].join(" "))
    .digest();
  const at = (place: number) => bytes.readUIntBE(place * 6, 6) / 2 ** 48;
  return [at(0), at(1), at(2)];
}

/**
 * The secrets of a grid by its name (a person's or a household's id): its rotation, and how far beyond its border a cell
 * still counts: a tenth to a quarter of its size.
 */
export function secretsOf(grid: string): Secrets {
  return {
    turn: (precision) => transformOf(chances("turn", grid, precision)),
    margin: (precision, { latitude, longitude }) =>
      0.1 + 0.15 * chances("margin", grid, precision, latitude, longitude)[0],
  };
}

/** The secret, permanent number by which a person is sorted inside bands. */
export function shuffleKeyOf(personId: string): number {
  return 1 + Math.floor(chances("luck", personId)[0] * (ORDER - 1));
}

/** The parameters of the random order for one viewer and one day (counted since 1970). */
export function orderOf(viewerId: string, day: number): { stride: number; start: number } {
  const [stride, start] = chances("order", viewerId, day);
  return { stride: 1 + Math.floor(stride * (ORDER - 2)), start: Math.floor(start * ORDER) };
}
