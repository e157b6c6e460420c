import type { Reached, Somebody } from "@/app/_features/circles/somebody";

/** The picture's own units: the viewer is at the bottom, with the rings above. */
export const PICTURE = { width: 390, height: 346 } as const;
export const FOOT = { x: 195, y: 311 } as const;
export const RADII = [84, 149, 212, 272] as const;
/** The positions of faces on each ring, in degrees from the right, the leftmost first. */
const SLOTS = [
  [145, 105, 69, 28],
  [160, 124, 91, 57, 25],
  [146, 112, 82, 45],
  [130, 101, 57],
] as const;
const SIZES = [37, 33, 30, 28];

export interface Node {
  person: Somebody;
  degree: number;
  x: number;
  y: number;
  size: number;
  /** The people of the inner ring who lead to them, by id; "" is the viewer. */
  from: string[];
}

type Entry = Pick<Reached, "person" | "known">;

/**
 * The people in the picture, with positions: the strongest few of circles 1 to 4 that are connected to the viewer by
 * lines. Chosen from the outside in, so that distant people have somebody in between; unconnected people are left out.
 * @param levels circles 2, 3 and 4, the strongest people of each first
 */
export function picture(levels: readonly Entry[][]): Node[] {
  const [second = [], third = [], fourth = []] = levels;
  const known = (entries: Entry[]) => new Set(entries.map(({ person }) => person.id));
  const joined = (entries: Entry[], inner: Entry[]) => {
    const there = known(inner);
    return entries.filter((entry) => entry.known.some(({ id }) => there.has(id)));
  };
  const far = joined(joined(fourth, joined(third, second)), joined(third, second)).slice(0, SLOTS[3].length);
  const middle = leading(joined(third, second), far, SLOTS[2].length);
  const near = leading(second, middle, SLOTS[1].length);
  const first = leaders(near, SLOTS[0].length);
  return withPlaces([first, near, middle, far]);
}

/** From a circle: for each person of the next one somebody who leads to them, then the strongest. */
function leading(entries: Entry[], next: Entry[], most: number): Entry[] {
  const chosen = new Set<string>();
  const byId = new Map(entries.map((entry) => [entry.person.id, entry]));
  for (const { known } of next) {
    const [leader] = known.filter(({ id }) => byId.has(id)).toSorted((a, b) => +chosen.has(b.id) - +chosen.has(a.id));
    if (leader && chosen.size < most) chosen.add(leader.id);
  }
  for (const { person } of entries) if (chosen.size < most) chosen.add(person.id);
  return entries.filter(({ person }) => chosen.has(person.id));
}

/** The followed people who lead to most of these people. */
function leaders(near: Entry[], most: number): Entry[] {
  const people = new Map(near.flatMap(({ known }) => known.map((person) => [person.id, person] as const)));
  const chosen: Somebody[] = [];
  const open = new Set(near);
  while (chosen.length < most && people.size > 0) {
    const reach = ({ id }: Somebody) =>
      [...open].filter(({ known }) => known.some((leader) => leader.id === id)).length;
    const [best] = [...people.values()].toSorted((a, b) => reach(b) - reach(a));
    if (!best) break;
    chosen.push(best);
    people.delete(best.id);
    for (const entry of open) if (entry.known.some(({ id }) => id === best.id)) open.delete(entry);
  }
  return chosen.map((person) => ({ person, known: [] }));
}

function withPlaces(rings: Entry[][]): Node[] {
  const nodes: Node[] = [];
  let inner = new Map<string, Node>();
  for (const [index, entries] of rings.entries()) {
    const lines = entries.map(({ person, known }) => ({
      person,
      from: index === 0 ? [""] : nearest(known.flatMap(({ id }) => inner.get(id) ?? [])),
    }));
    // Connected people are placed close together, so that few lines cross.
    const middle = ({ from }: { from: string[] }) =>
      from.reduce((sum, id) => sum + (inner.get(id)?.x ?? FOOT.x), 0) / Math.max(1, from.length);
    const shown = lines.filter(({ from }) => from.length > 0);
    const ordered = index === 0 ? shown : shown.toSorted((a, b) => middle(a) - middle(b));
    const ring = ordered.map(({ person, from }, place): Node => {
      const angle = (slot(index, place, ordered.length) * Math.PI) / 180;
      const radius = RADII[index] ?? 0;
      const at = { x: FOOT.x + radius * Math.cos(angle), y: FOOT.y - radius * Math.sin(angle) };
      return { person, degree: index + 1, ...at, size: SIZES[index] ?? 28, from };
    });
    nodes.push(...ring);
    inner = new Map(ring.map((node) => [node.person.id, node]));
  }
  return nodes;
}

/** The two of some people who stand next to each other most closely: with more lines, none could be followed by eye. */
function nearest(people: Node[]): string[] {
  const across = people.toSorted((a, b) => a.x - b.x);
  const gaps = across.slice(1).map(({ x }, place) => x - (across[place]?.x ?? 0));
  const first = Math.max(0, gaps.indexOf(Math.min(...gaps)));
  return across.slice(first, first + 2).map(({ person }) => person.id);
}

/** The position of one of `count` people: as far apart as the positions of a ring allow. */
function slot(ring: number, place: number, count: number): number {
  const slots: readonly number[] = SLOTS[ring] ?? [90];
  const index = Math.round(((place + 0.5) * slots.length) / count - 0.5);
  return slots[Math.min(index, slots.length - 1)] ?? 90;
}

/** All lines on the chains from a person to the viewer, as "inner outer" pairs of ids. */
export function chainsOf(nodes: Node[], id: string): Set<string> {
  const byId = new Map(nodes.map((node) => [node.person.id, node]));
  const lines = new Set<string>();
  const walk = (outer: string) => {
    for (const inner of byId.get(outer)?.from ?? []) {
      lines.add(`${inner} ${outer}`);
      walk(inner);
    }
  };
  walk(id);
  return lines;
}
