import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { read } from "@/lib/neo4j";
import { kilometres, KM_PER_DEGREE, wrap } from "@/lib/nearby/grid";
import type { Coordinates, Precision } from "@/lib/nearby/schema";
import { shareLocation } from "@/lib/nearby/writes";
import type { Random } from "@/lib/seeded";
import { some, weighted } from "@/local/town/chance";
import type { Community } from "@/local/town/community";

/** How many townspeople are placed around a visitor at each distance (km). */
export const CROWD = [
  { count: 9, from: 0, to: 1.5 },
  { count: 12, from: 2, to: 4.5 },
  { count: 14, from: 5, to: 9 },
  { count: 12, from: 11, to: 23 },
  { count: 9, from: 27, to: 45 },
] as const;
const WANTED = CROWD.reduce((sum, { count }) => sum + count, 0);
const NEAR = 50;
/** The maximum number of visitors who have people around them: the latest. */
const VISITORS = 5;

/** How long a place is shared (hours), how far people walk (km), and how often one of them does (ms). */
const STAY = 24;
const WALK = { from: 1.5, to: 4 };
const WALKS = 75_000;
/** The distribution of precisions; the finest is the most common. */
const PRECISIONS: readonly { precision: Precision; weight: number }[] = [
  { precision: 2, weight: 8 },
  { precision: 5, weight: 2 },
  { precision: 10, weight: 1 },
];

const Shown = z.object({ id: z.string(), latitude: z.number(), longitude: z.number() });
type Shown = z.infer<typeof Shown>;

/** Places townspeople around every visitor who shares a place, and lets them walk about. */
export interface Neighbourhood {
  look: (town: Community, now?: number) => Promise<void>;
}

/** @param isVisitor which people outside the town count as visitors */
export function neighbourhood(isVisitor: (id: string) => boolean = () => true): Neighbourhood {
  let nextWalk = 0;

  return {
    async look(town, now = Date.now()) {
      const shown = await read("town/places", { now }, Shown);
      const visitors = shown.filter(({ id }) => !town.residents.has(id) && isVisitor(id)).slice(0, VISITORS);
      if (visitors.length === 0) return;
      const out = shown.filter(({ id }) => town.residents.has(id));
      for (const visitor of visitors) await surround(town, visitor, out);
      if (now < nextWalk) return;
      nextWalk = now + WALKS * (0.5 + town.random());
      await walk(town, visitors, out);
    },
  };
}

/** Adds the townspeople who are missing around a visitor; those who share a place already stay. */
async function surround({ residents, random }: Community, visitor: Shown, out: Shown[]): Promise<void> {
  const missing = WANTED - out.filter((place) => kilometres(place, visitor) < NEAR).length;
  // A few who walked away need no replacement.
  if (missing < WANTED / 3) return;
  const taken = new Set(out.map(({ id }) => id));
  const free = [...residents.keys()].filter((id) => !taken.has(id));
  const places = CROWD.flatMap((ring) => Array.from({ length: ring.count }, () => placeNear(visitor, ring, random)));
  for (const [index, id] of some(random, free, missing).entries()) {
    const place = places[index % places.length];
    if (place && (await settleAt(id, place, random))) out.push({ id, ...place });
  }
}

/** Moves one of the people near a visitor a little. */
async function walk({ random }: Community, visitors: readonly Shown[], out: readonly Shown[]): Promise<void> {
  const near = out.filter((place) => visitors.some((visitor) => kilometres(place, visitor) < NEAR));
  const walker = near[Math.floor(random() * near.length)];
  if (walker) await settleAt(walker.id, placeNear(walker, WALK, random), random);
}

/** @returns whether the move was allowed; people who moved a lot today stay */
async function settleAt(id: string, place: Coordinates, random: Random): Promise<boolean> {
  const chosen =
    PRECISIONS[
      weighted(
        random,
        PRECISIONS.map(({ weight }) => weight),
      )
    ];
  try {
    await shareLocation(id, { ...place, precision_km: chosen?.precision ?? 2, hours: STAY });
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.code !== "away") return false;
    throw error;
  }
}

/** A place in a random direction, at a random distance within a ring. */
export function placeNear(
  { latitude, longitude }: Coordinates,
  { from, to }: { from: number; to: number },
  random: Random,
): Coordinates {
  const far = Math.sqrt(from ** 2 + random() * (to ** 2 - from ** 2)) / KM_PER_DEGREE;
  const bearing = 2 * Math.PI * random();
  const north = Math.max(-89, Math.min(89, latitude + far * Math.cos(bearing)));
  return {
    latitude: north,
    longitude: wrap(longitude + (far * Math.sin(bearing)) / Math.cos((north * Math.PI) / 180)),
  };
}
