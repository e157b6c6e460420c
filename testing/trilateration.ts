import type { Coordinates } from "@/lib/nearby/schema";

/** What one query reveals about a victim: their distance (km) from the place of the query is in [from, below). */
export interface Hint {
  at: Coordinates;
  from: number;
  below: number;
}

const RADIUS = 6_378.14;
const RAD = Math.PI / 180;
const KM_PER_DEGREE = RADIUS * RAD;

type Vector = readonly [number, number, number];

function vector({ latitude, longitude }: Coordinates): Vector {
  const level = Math.cos(latitude * RAD);
  return [level * Math.cos(longitude * RAD), level * Math.sin(longitude * RAD), Math.sin(latitude * RAD)];
}

/** The place some kilometres north and east of another. */
export function offsetBy({ latitude, longitude }: Coordinates, north: number, east: number): Coordinates {
  const lat = latitude + north / KM_PER_DEGREE;
  return { latitude: lat, longitude: longitude + east / (KM_PER_DEGREE * Math.cos(lat * RAD)) };
}

/**
 * Locates the point for which the most hints are true, by a search on ever finer grids, from `reach` km around `middle`
 * down to ten metres. @returns the middle of all places that fit equally well
 */
export function locate(hints: readonly Hint[], middle: Coordinates, reach: number): Coordinates {
  const rings = hints.map(({ at, from, below }) => ({
    at: vector(at),
    most: Math.cos(from / RADIUS),
    least: Math.cos(below / RADIUS),
  }));
  const faults = (place: Coordinates): number => {
    const [x, y, z] = vector(place);
    let count = 0;
    for (const { at, most, least } of rings) {
      const dot = x * at[0] + y * at[1] + z * at[2];
      if (dot > most || dot < least) count++;
    }
    return count;
  };
  let best = middle;
  for (let [half, step] = [reach, 0.75]; step > 0.01; half = 2.5 * step, step /= 3) best = finest(best, half, step);
  return best;

  function finest(around: Coordinates, half: number, step: number): Coordinates {
    let [fewest, north, east, equals] = [Infinity, 0, 0, 0];
    for (let n = -half; n <= half; n += step) {
      for (let e = -half; e <= half; e += step) {
        const count = faults(offsetBy(around, n, e));
        if (count < fewest) [fewest, north, east, equals] = [count, n, e, 1];
        else if (count === fewest) [north, east, equals] = [north + n, east + e, equals + 1];
      }
    }
    return offsetBy(around, north / equals, east / equals);
  }
}

/** The median of some numbers. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
