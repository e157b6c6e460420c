import { hashOf, seeded, shuffled, type Random } from "@/lib/seeded";
import { SUBJECT_NAMES } from "@/local/town/barks";
import { CAST, FARTHER_OFF, NOT_YET_FOLLOWED, VISITOR } from "@/local/town/cast";
import { HOUR, type Clock } from "@/local/town/clock";
import type { TownPerson } from "@/local/town/folk";

/** A follow between two people, by index, and since when. */
export interface TownFollow {
  from: number;
  to: number;
  at: number;
}

/** How many people the visitor follows. */
const VISITOR_FOLLOWS = 60;

type Ties = Set<number>[];

/**
 * Generates the follows of a small town: neighbourhoods and clubs in which most people follow each other, a few people
 * whom everybody knows, some random follows across, and a few people who follow very many.
 */
export function townFollows(people: readonly TownPerson[], seed: number, clock: Clock): TownFollow[] {
  const random = seeded(hashOf(`follows ${seed}`));
  const ties: Ties = people.map(() => new Set<number>());
  const everyone = people.map((_, i) => i);
  const open = people.map(() => 0.25 + random() * 0.75);
  for (const circle of circles(random, everyone, 9, 16))
    befriend(random, ties, circle, (i) => 0.35 + 0.6 * (open[i] ?? 1));
  for (const subject of SUBJECT_NAMES) {
    const lovers = everyone.filter((i) => people[i]?.cares.slice(0, 3).includes(subject));
    for (const club of circles(random, lovers, 6, 17)) befriend(random, ties, club, (i) => 0.7 * (open[i] ?? 1));
  }
  admire(random, ties);
  meetByChance(random, ties);
  const places = new Map(people.map(({ handle }, i) => [handle, i]));
  castTies(ties, places);
  visitorTies(random, ties, places);
  return ties.flatMap((to, from) =>
    [...to].map((other) => ({ from, to: other, at: since(random, people, from, other, clock) })),
  );
}

/** Splits a shuffled list into groups of between `least` and `most`. */
function circles(random: Random, crowd: readonly number[], least: number, most: number): number[][] {
  const queue = shuffled(random, crowd);
  const cut: number[][] = [];
  while (queue.length > 0) cut.push(queue.splice(0, least + Math.floor(random() * (most - least + 1))));
  return cut;
}

/** Everybody follows the next person of the group, so that it is connected, and any other with a probability. */
function befriend(random: Random, ties: Ties, circle: readonly number[], chance: (from: number) => number): void {
  circle.forEach((from, i) => {
    circle.forEach((to, j) => {
      const next = j === (i + 1) % circle.length;
      if (from !== to && (next || random() < chance(from))) ties[from]?.add(to);
    });
  });
}

/** Adds follows of well-known people: the cast, and one per cent of the others. */
function admire(random: Random, ties: Ties): void {
  const known = CAST.map(({ fame }, i) => ({ to: i, chance: fame / 100 }));
  const others = Array.from({ length: Math.floor(ties.length / 100) }, (_, i) => ({
    to: CAST.length + i,
    chance: 0.04 + random() * 0.16,
  }));
  ties.forEach((mine, from) => {
    for (const { to, chance } of [...known, ...others])
      if (to !== from && to < ties.length && random() < chance * 0.75) mine.add(to);
  });
}

function meetByChance(random: Random, ties: Ties): void {
  ties.forEach((mine, from) => {
    const curious = random() < 0.025;
    const count = curious ? 60 + Math.floor(random() * 240) : 1 + Math.floor(random() * 7);
    for (let i = 0; i < count; i++) {
      const to = Math.floor(random() * ties.length);
      if (to === from) continue;
      mine.add(to);
      if (random() < (curious ? 0.15 : 0.45)) ties[to]?.add(from);
    }
  });
}

/** Adds the follows among the cast exactly as the product's pictures show them. */
function castTies(ties: Ties, places: ReadonlyMap<string, number>): void {
  const cast = CAST.flatMap(({ handle }) => places.get(handle) ?? []);
  for (const { handle, follows } of CAST) {
    const mine = ties[places.get(handle) ?? -1];
    for (const other of cast) mine?.delete(other);
    for (const other of follows) addTie(mine, places.get(other));
  }
}

/** Adds the visitor's sixty follows, without the people that the visitor is meant to find. */
function visitorTies(random: Random, ties: Ties, places: ReadonlyMap<string, number>): void {
  const me = places.get(VISITOR) ?? 0;
  const kept = new Set(NOT_YET_FOLLOWED.map((handle) => places.get(handle)));
  const friends = new Set(
    CAST.find(({ handle }) => handle === VISITOR)?.follows.flatMap((handle) => places.get(handle) ?? []),
  );
  const known = shuffled(random, [...(ties[me] ?? [])]).slice(0, 20);
  for (const other of [...known, ...shuffled(random, [...ties.keys()])]) {
    const wanted = Math.min(VISITOR_FOLLOWS, Math.floor(ties.length / 4));
    if (friends.size < wanted && other !== me && !kept.has(other) && ties[other]?.size) friends.add(other);
  }
  ties[me] = friends;
  for (const friend of friends) {
    if (random() < 0.55) addTie(ties[friend], me);
    for (const handle of FARTHER_OFF) ties[friend]?.delete(places.get(handle) ?? -1);
  }
}

function addTie(mine: Set<number> | undefined, other: number | undefined): void {
  if (other !== undefined) mine?.add(other);
}

/** A random time after both had joined, more often soon after than late. */
function since(random: Random, people: readonly TownPerson[], from: number, to: number, { now }: Clock): number {
  const met = Math.max(people[from]?.joined ?? 0, people[to]?.joined ?? 0) + HOUR;
  return Math.floor(met + random() ** 1.8 * Math.max(0, now - met - HOUR));
}
