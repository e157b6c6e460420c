import { admit, plantPeople, sample } from "@/bench/population";
import { seeded, type Random } from "@/lib/seeded";
import { authorsOf, TOWN } from "@/bench/day/schedule";
import type { Benchmarker } from "@/bench/people";
import { z } from "zod";
import { newId } from "@/lib/ids";
import { write } from "@/lib/neo4j";
import { plantBarks } from "@/testing/graph";

/** How many authors and how many others each person follows. */
const FOLLOWED = { authors: 30, others: 20 };
/** The number of earlier barks of each author. */
const BEFORE = 10;

/** The people of the town, each following fifty, with some barks from the days before. */
export async function buildTown(seed: number): Promise<Benchmarker[]> {
  const random = seeded(seed);
  const ids = await plantPeople(TOWN.people);
  const people = await admit(ids);
  const authors = authorsOf(TOWN.people);
  const everybody = [...ids.keys()];
  const rows = everybody.flatMap((from) => {
    const followed = new Set([...pick(authors, FOLLOWED.authors, random), ...pick(everybody, FOLLOWED.others, random)]);
    followed.delete(from);
    return [...followed].map((to) => [from, to, Date.now(), newId()]);
  });
  await inSteps(rows, 5_000, async (some) => {
    await write("town/create_follows", { ids, rows: some }, z.unknown());
    return [];
  });
  for (const author of authors) await plantBarks(ids[author] ?? "", BEFORE, { gap: 600_000 });
  return people;
}

/** The number of people who are connected all the time. */
export const CONNECTED = 60;
export const connectedOf = (people: Benchmarker[]) => sample(people, CONNECTED);

function pick(from: number[], count: number, random: Random): number[] {
  return Array.from({ length: count }, () => from[Math.floor(random() * from.length)] ?? 0);
}

async function inSteps<T, R>(all: T[], step: number, act: (some: T[]) => Promise<R[]>): Promise<R[]> {
  const done: R[] = [];
  for (let from = 0; from < all.length; from += step) done.push(...(await act(all.slice(from, from + step))));
  return done;
}
