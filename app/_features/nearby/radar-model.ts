import { die } from "@/app/_features/circles/wobble";

/** The picture's own units. */
export const PICTURE = { width: 390, height: 376 } as const;
export const MIDDLE = { x: 195, y: 184 } as const;
/** The radii of the rings, by their number. */
const RADII: Record<number, number[]> = { 1: [150], 2: [105, 172], 3: [90, 133, 173], 4: [82, 118, 149, 175] };
const SIZES = [34, 30, 27, 25];
/** How many people fit in all, and on each ring when all have enough. */
const MAX_FACES = 14;
const SHARES = [3, 3, 4, 4];
/** Faces are at least a fingertip apart, and do not touch a label. */
const MIN_DISTANCE = 45;
const LABEL = { width: 80, height: 20 };
const TRIES = 90;

export interface RadarRing {
  to_km: number;
  words: string;
  radius: number;
}

export interface Placed<T> {
  person: T;
  x: number;
  y: number;
  size: number;
}

/** The rings for somebody who shares a square of this size: the four nearest bands that they are told. */
export function ringsFor(precision: number, edges: readonly number[]): RadarRing[] {
  const ends = edges.filter((edge) => edge >= precision).slice(0, 4);
  return ends.map((to, index) => ({
    to_km: to,
    words: index === 0 ? `under ${to} km` : `${ends[index - 1]}–${to} km`,
    radius: RADII[ends.length]?.[index] ?? 0,
  }));
}

/**
 * The positions of people in the picture: in the middle of their band, in directions that are random for each viewer and
 * day, so that they reveal nothing. People for whom there is no room are only in the list.
 */
export function place<T extends { id: string; to_km: number }>(
  people: T[],
  rings: RadarRing[],
  words: string,
): Placed<T>[] {
  const placed: Placed<T>[] = [];
  for (const [index, chosen] of chooseByRing(people, rings).entries()) {
    const radius = middleOf(rings, index);
    for (const person of chosen) {
      const spot = freeSpot(placed, rings, { radius, size: SIZES[index] ?? 24, start: die(`${words} ${person.id}`) });
      if (spot) placed.push({ person, ...spot });
    }
  }
  return placed;
}

/** The first people of each band; where a band has fewer than its share, others have more. */
function chooseByRing<T extends { to_km: number }>(people: T[], rings: RadarRing[]): T[][] {
  const members = rings.map(({ to_km: to }) => people.filter((person) => person.to_km === to));
  const counts = members.map((some, index) => Math.min(some.length, SHARES[index] ?? 0));
  for (const [index, some] of members.entries()) {
    const left = MAX_FACES - counts.reduce((sum, count) => sum + count, 0);
    counts[index] = Math.min(some.length, (counts[index] ?? 0) + left);
  }
  return members.map((some, index) => some.slice(0, counts[index]));
}

function middleOf(rings: RadarRing[], index: number): number {
  const outer = rings[index]?.radius ?? 0;
  const inner = index === 0 ? 0.39 * outer : (rings[index - 1]?.radius ?? 0);
  return (inner + outer) / 2;
}

function freeSpot(
  placed: Placed<unknown>[],
  rings: RadarRing[],
  { radius, size, start }: { radius: number; size: number; start: number },
): { x: number; y: number; size: number } | null {
  for (let step = 0; step < TRIES; step++) {
    // Each attempt is rotated by the golden angle, so that attempts soon cover all directions.
    const angle = (start + step * 0.381_966) * 2 * Math.PI;
    const [x, y] = [MIDDLE.x + radius * Math.cos(angle), MIDDLE.y + radius * Math.sin(angle)];
    const clear = rings.every(
      (ring) =>
        Math.abs(x - MIDDLE.x) > (LABEL.width + size) / 2 + 2 ||
        Math.abs(y - MIDDLE.y - ring.radius) > (LABEL.height + size) / 2 + 2,
    );
    if (clear && placed.every((other) => Math.hypot(x - other.x, y - other.y) >= MIN_DISTANCE)) return { x, y, size };
  }
  return null;
}
