import type { Figure } from "@/bench/figures";
import { ask } from "@/bench/http";
import { makePeople } from "@/bench/people";
import { inBatches, plantedId, plantPeople } from "@/bench/plant";
import { alone } from "@/bench/rivals/rounds";
import { idAt } from "@/lib/ids";
import { seeded } from "@/lib/seeded";
import { HOUR_MS, MINUTE_MS } from "@/lib/time";
import { buildPopular, expireActs, recordActs } from "@/lib/popular/writes";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";

const SIZES = [10_000, 100_000];
const [PEOPLE, ACTS_EACH, QUERIES] = [5_000, 3, 200];
/** The keys of the alternative with one bucket per minute. */
const bucket = (minute: number) => `bench:minute:${minute}`;

/** Popular barks with this many active ones: reading, counting, expiring a minute, rebuilding. */
export async function benchPopular(): Promise<Figure[]> {
  await plantPeople(PEOPLE);
  const reader = (await makePeople(1))[0];
  const figures: Figure[] = [];
  const reads: number[] = [];
  for (const size of SIZES) {
    const what = (of: string) => `${size.toLocaleString("en")} active barks: ${of}`;
    const likes = await plantLikes(size, seeded(size));
    const building = performance.now();
    await rebuild(size);
    const built = performance.now() - building;
    const ids = await alone(QUERIES, () => tcpRedis().zrevrange(keys.popular, 0, 99));
    const page = await alone(QUERIES, async () => {
      const { status } = await ask("/api/v1/trends/statuses?limit=20", { token: reader?.token ?? "" });
      if (status !== 200) throw new Error(`the popular barks were answered ${status}`);
    });
    const one = await alone(QUERIES, (turn) => recordActs(likes[turn]?.bark ?? "", likes[turn]?.person ?? ""));
    const union = await unionOf(likes);
    const leaving = await aMinuteLeaves();
    reads.push(page.p50);
    figures.push(
      { what: what("a page of 20, p50"), value: page.p50, unit: "ms", target: { most: 5 } },
      { what: what("a page of 20, p95"), value: page.p95, unit: "ms" },
      {
        what: what("the 100 first in Redis, p50"),
        value: ids.p50,
        unit: "ms",
        rival: `a union of 60 minutes ${union.toFixed(1)} ms, and Redis does nothing else meanwhile`,
      },
      { what: what("counting what one person did, p50"), value: one.p50, unit: "ms" },
      { what: what("a minute leaves, in all"), value: leaving.total, unit: "ms" },
      { what: what("a minute leaves, a step of it"), value: leaving.step, unit: "ms" },
      { what: what("built anew from the graph"), value: built, unit: "ms" },
    );
  }
  figures.push({ what: "10× the active barks / base, a page", value: (reads[1] ?? 0) / (reads[0] ?? 1), unit: "×" });
  return figures;
}

interface Like {
  bark: string;
  person: string;
  at: number;
}

/** Barks of the last hour, each liked by three people within it. */
async function plantLikes(size: number, random: () => number): Promise<Like[]> {
  const now = Date.now();
  const barks = Array.from({ length: size }, (_, index) => {
    const at = now - HOUR_MS + Math.floor((index / size) * HOUR_MS);
    return { id: idAt(at), at, text: `Bark ${index}`, audience: "public", authorId: plantedId(index % PEOPLE) };
  });
  await inBatches(
    `UNWIND $rows AS row MATCH (p:Person {id: row.authorId})
     CREATE (p)-[:BARKED]->(b:Bark) SET b = row RETURN count(*) AS count`,
    barks,
  );
  const likes = barks.flatMap(({ id }, index) =>
    Array.from({ length: ACTS_EACH }, (_, which) => {
      const at = now - Math.floor(random() * (HOUR_MS - 5 * MINUTE_MS));
      return { bark: id, person: plantedId((index + 1 + which * 1_601) % PEOPLE), at, id: idAt(at) };
    }),
  );
  await inBatches(
    `UNWIND $rows AS row MATCH (p:Person {id: row.person}) MATCH (b:Bark {id: row.bark})
     CREATE (p)-[:LIKES {id: row.id, authorId: b.authorId, version: 0}]->(b) RETURN count(*) AS count`,
    likes,
  );
  return likes;
}

/** Deletes the counts, and waits until the worker or this process has rebuilt them, as after a loss of Redis. */
async function rebuild(size: number): Promise<void> {
  await tcpRedis().del(keys.popular, keys.popularActs, keys.popularEpoch, keys.popularLock);
  await buildPopular("bench");
  while ((await tcpRedis().zcard(keys.popular)) < size) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** The time a read would take if every minute had a bucket of its own and all were added up. */
async function unionOf(likes: Like[]): Promise<number> {
  const minutes = new Map<number, Map<string, number>>();
  for (const { bark, at } of likes) {
    const minute = Math.floor(at / MINUTE_MS);
    const counts = minutes.get(minute) ?? new Map<string, number>();
    minutes.set(minute, counts.set(bark, (counts.get(bark) ?? 0) + 1));
  }
  const names = [...minutes.keys()].map(bucket);
  for (const [minute, counts] of minutes) {
    const pairs = [...counts].flatMap(([bark, count]) => [String(count), bark]);
    for (let from = 0; from < pairs.length; from += 4_000) {
      await tcpRedis().zadd(bucket(minute), ...pairs.slice(from, from + 4_000));
    }
  }
  const { p50 } = await alone(5, () => tcpRedis().call("ZUNIONSTORE", "bench:union", String(names.length), ...names));
  await tcpRedis().del("bench:union", ...names);
  return p50;
}

/** Ages the counts of one minute to more than an hour, and removes them in the worker's steps. */
async function aMinuteLeaves(): Promise<{ total: number; step: number }> {
  const count = Math.floor((await tcpRedis().zcard(keys.popularActs)) / 60);
  const oldest = await tcpRedis().zrange(keys.popularActs, "0", String(count - 1));
  const long = Date.now() - HOUR_MS - MINUTE_MS;
  await tcpRedis().config("RESETSTAT");
  const started = performance.now();
  await tcpRedis().zadd(keys.popularActs, ...oldest.flatMap((member) => [String(long), member]));
  await expireActs();
  return { total: performance.now() - started, step: await millisecondsOfScript() };
}

/** The average milliseconds that scripts took inside Redis since the statistics were reset. */
async function millisecondsOfScript(): Promise<number> {
  const stats = await tcpRedis().info("commandstats");
  return Number(/^cmdstat_evalsha:.*usec_per_call=([\d.]+)/m.exec(stats)?.[1]) / 1_000;
}
