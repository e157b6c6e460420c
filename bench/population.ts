import type { Redis } from "ioredis";
import { z } from "zod";
import type { Benchmarker } from "@/bench/people";
import { newId } from "@/lib/ids";
import { write } from "@/lib/neo4j";
import { portraitFor } from "@/lib/drawings/portrait";
import { sceneryFor } from "@/lib/drawings/scenery";
import { keys } from "@/lib/redis/keys";
import { makeToken } from "@/testing/people";

const Made = z.object({ made: z.number() });
const BATCH = 5_000;

/** Creates people in the graph by the thousand, because signing up costs a slow hash each. @returns their ids */
export async function plantPeople(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, newId);
  for (let from = 0; from < count; from += BATCH) {
    const rows = ids.slice(from, from + BATCH).map((id) => ({
      id,
      handle: `crowd_${id}`,
      handleKey: `crowd_${id}`,
      name: "One of many",
      bio: "",
      portrait: portraitFor(id),
      header: sceneryFor(id),
      at: Date.now(),
      bot: false,
      locked: false,
      discoverable: false,
    }));
    await write("town/create_people", { rows }, Made);
  }
  return ids;
}

/** Makes many people follow one, in the graph only. */
export async function plantFollowers(followee: string, followers: string[]): Promise<void> {
  for (let from = 0; from < followers.length; from += BATCH) {
    const some = followers.slice(from, from + BATCH);
    const rows = some.map((_, index) => [index + 1, 0, Date.now(), newId()]);
    await write("town/create_follows", { ids: [followee, ...some], rows }, Made);
  }
}

/** Marks people as just seen, so that they have a timeline, empty at first. */
export async function makeActive(redis: Redis, people: string[]): Promise<void> {
  const seen = String(Date.now());
  for (let from = 0; from < people.length; from += BATCH)
    await redis.zadd(keys.active, ...people.slice(from, from + BATCH).flatMap((id) => [seen, id]));
}

/** Creates access tokens for planted people. */
export async function admit(people: string[]): Promise<Benchmarker[]> {
  const admitted: Benchmarker[] = [];
  for (const id of people) admitted.push({ id, token: (await makeToken(id)).token });
  return admitted;
}

/** Every n-th element of a list, so that the sample covers all of it. */
export function sample<T>(all: T[], count: number): T[] {
  const step = all.length / count;
  return Array.from({ length: Math.min(count, all.length) }, (_, index) => all[Math.floor(index * step)]).flatMap(
    (one) => (one === undefined ? [] : [one]),
  );
}
