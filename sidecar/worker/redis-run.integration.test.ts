import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { lastRedisRun } from "@/lib/delivery/reads";
import { markDelivered, recordRedisRun } from "@/lib/delivery/writes";
import { newId } from "@/lib/ids";
import { driver } from "@/lib/neo4j";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { ask, count } from "@/testing/graph";
import { watchRedisRun } from "@/sidecar/worker/redis-run";

// A separate database in the same Redis, so that the data loss of these tests affects no others.
vi.hoisted(() => (process.env["REDIS_URL"] = `${(process.env["REDIS_URL"] ?? "").replace(/\/\d*$/, "")}/1`));

let name: string;
beforeEach(async () => {
  await tcpRedis().flushdb();
  name = newId();
});
afterAll(async () => {
  await tcpRedis().flushdb();
  tcpRedis().disconnect();
  await driver().close();
});

const epoch = () => tcpRedis().get(keys.epoch);

/** A Redis that was found healthy and holds a timeline. */
async function well() {
  const watch = watchRedisRun("worker", name);
  expect(await watch.check()).toBe(true);
  await tcpRedis().zadd(keys.active, Date.now(), "7");
  await tcpRedis().zadd(keys.timeline("7"), 0, newId());
  const memory = await lastRedisRun(name);
  if (!memory) throw new Error("nothing was noted");
  return { watch, memory };
}

/** An outbox entry that was delivered just now. */
async function delivered(): Promise<string> {
  const id = newId();
  const entry = { id, kind: "unfollow", actorId: id, subjectId: id, at: Date.now(), handedOverAt: Date.now() };
  await ask("CREATE (o:Outbox:Pending) SET o = $entry RETURN o.id AS id", { entry }, z.object({}));
  await markDelivered([id]);
  return id;
}
const isDone = async (id: string) => (await count("(:Outbox:Done {id: $id})", { id })) === 1;

describe("watching the Redis run", () => {
  it("starts an epoch in a new Redis, records it in the graph, and keeps it", async () => {
    const { watch, memory } = await well();
    expect(memory.epoch).toBe(await epoch());
    expect(await watch.check()).toBe(true);
    expect(await epoch()).toBe(memory.epoch);
    expect(await tcpRedis().exists(keys.active)).toBe(1);
    expect(Number(await tcpRedis().get(keys.pulse))).toBeGreaterThanOrEqual(memory.pulse);
  });

  it("starts another epoch after a wipe", async () => {
    const { watch, memory } = await well();
    await tcpRedis().flushdb();
    expect(await watch.check()).toBe(true);
    expect(await epoch()).not.toBe(memory.epoch);
    expect(await lastRedisRun(name)).toMatchObject({ epoch: await epoch() });
  });

  it("redelivers the latest jobs after a restart and keeps the cached data", async () => {
    const { memory } = await well();
    const id = await delivered();
    expect(await isDone(id)).toBe(true);
    await recordRedisRun(name, { ...memory, run: "before" });
    expect(await watchRedisRun("worker", name).check()).toBe(true);
    expect(await isDone(id)).toBe(false);
    expect(await epoch()).toBe(memory.epoch);
    expect(await tcpRedis().exists(keys.timeline("7"))).toBe(1);
  });

  it("deletes cached data of a Redis that was restored from an old state or belongs to another graph", async () => {
    for (const was of [
      { run: "before", pulse: Date.now() + 600_000 },
      { epoch: "another", pulse: Date.now() },
    ]) {
      const { memory } = await well();
      await recordRedisRun(name, { ...memory, ...was });
      expect(await watchRedisRun("worker", name).check()).toBe(true);
      expect(await epoch()).not.toBe(memory.epoch);
      expect(await tcpRedis().exists(keys.active, keys.timeline("7"))).toBe(0);
    }
  });

  it("starts one epoch after a wipe, however many workers detect it", async () => {
    const { memory } = await well();
    await tcpRedis().flushdb();
    const watches = Array.from({ length: 8 }, (_, turn) => watchRedisRun(`worker ${turn}`, name));
    const found = await Promise.all(watches.map((watch) => watch.check()));
    expect(found).toContain(true);
    const begun = await epoch();
    expect(begun).not.toBe(memory.epoch);
    expect(await Promise.all(watches.map((watch) => watch.check()))).not.toContain(false);
    expect(await epoch()).toBe(begun);
  });
});
