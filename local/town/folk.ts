import { PORTRAIT_PALETTES, PORTRAIT_VARIANTS, portraitKey } from "@/lib/drawings/portrait";
import { sceneryFor } from "@/lib/drawings/scenery";
import { hashOf, seeded, shuffled, type Random } from "@/lib/seeded";
import { SUBJECT_NAMES, type SubjectName } from "@/local/town/barks";
import { bioWriter } from "@/local/town/bios";
import { CAST } from "@/local/town/cast";
import { DAY, HOUR, midnight, type Clock } from "@/local/town/clock";
import { townNames } from "@/local/town/names";

export interface TownPerson {
  handle: string;
  name: string;
  bio: string;
  portrait: string;
  header: string;
  /** Unix milliseconds. */
  joined: number;
  /** The subjects they bark about, favourites first. */
  cares: readonly SubjectName[];
  /** The number of barks in four weeks. */
  activity: number;
}

/** All people of the town: the cast first, then generated ones. */
export function townFolk(size: number, seed: number, clock: Clock): TownPerson[] {
  const faces = faceKeeper(seed);
  const bioOf = bioWriter(CAST.map(({ bio }) => bio));
  return townNames(size, seed).map(({ name, handle, kind }, i) => {
    const random = seeded(hashOf(`${seed} ${handle}`));
    const known = CAST[i];
    const cares = known?.cares ?? shuffled(random, SUBJECT_NAMES).slice(0, 3 + Math.floor(random() * 3));
    return {
      handle,
      name,
      bio: known?.bio ?? bioOf(random, cares[0] ?? "weather"),
      portrait: known ? portraitKey(kind, 0, 0) : faces(kind),
      header: sceneryFor(`${seed} ${handle}`),
      joined: joinedAt(random, clock, known ? 200 : 2),
      cares,
      activity: known ? Math.max(16, activity(random)) : activity(random),
    };
  });
}

/** Hands out portraits of a kind in random order; none is repeated before all hundred were used. */
function faceKeeper(seed: number): (kind: string) => string {
  const left = new Map<string, number[]>();
  const all = Array.from({ length: PORTRAIT_PALETTES * PORTRAIT_VARIANTS }, (_, i) => i);
  return (kind) => {
    // The first palette in its first variant is reserved for the cast.
    const faces = left.get(kind)?.length ? left.get(kind) : shuffled(seeded(hashOf(`${seed} ${kind}`)), all.slice(1));
    const face = faces?.pop() ?? 0;
    left.set(kind, faces ?? []);
    return portraitKey(kind, face, Math.floor(face / PORTRAIT_PALETTES));
  };
}

/** A random time of joining, by day: for some a few days ago, for most within the last year and a half. */
function joinedAt(random: Random, clock: Clock, least: number): number {
  const days = Math.ceil(least + random() ** 1.4 * 520);
  return midnight(clock, days) + Math.floor((8 + random() * 14) * HOUR);
}

/** Two in five mostly read; of the others most bark a few times a week, and a few all day (log-normal, mean 12). */
function activity(random: Random): number {
  if (random() < 0.4) return Math.floor(random() * 3);
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.min(90, Math.max(2, Math.round(Math.exp(2.15 + 0.82 * normal))));
}

/** How far back generated barks go: four weeks. */
export const LOOK_BACK = 28 * DAY;
