import { afterAll, describe, expect, it } from "vitest";
import { createBark, deleteBark } from "@/lib/barks/writes";
import { newId } from "@/lib/ids";
import { driver } from "@/lib/neo4j";
import { invalidateRelationships } from "@/lib/people/reads";
import { block } from "@/lib/moderation/writes";
import { rebark, unrebark } from "@/lib/reactions/writes";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { plantFollows } from "@/testing/follows";
import { plantBarks } from "@/testing/graph";
import { makePeople } from "@/testing/people";
import { memberOf, timelineOf } from "@/testing/timelines";
import { homePage } from "@/lib/timelines/reads";
import { deliver } from "@/sidecar/worker/deliver";

afterAll(async () => {
  tcpRedis().disconnect();
  await driver().close();
});

const home = async (personId: string) => (await homePage(personId, { limit: 20 })).statuses;
const ids = async (personId: string) => (await home(personId)).map(({ id, reblog }) => reblog?.id ?? id);

async function bark(authorId: string): Promise<string> {
  const created = await createBark(authorId, { text: "Words" });
  if (!created.ok) throw new Error(created.reason);
  return created.status.id;
}

/** A reader who follows two friends, and an author whom only the friends know. The reader's Home is built. */
async function town() {
  const [reader, otter, fern, author] = await makePeople(4);
  if (!reader || !otter || !fern || !author) throw new Error("nobody");
  await plantFollows(reader.id, [otter, fern]);
  await plantBarks(reader.id, 1, { until: Date.now() - 3_600_000 });
  await home(reader.id);
  return { reader, otter, fern, author };
}

/** Rebarks and delivers it. @returns the rebark's id */
async function pass(personId: string, of: string): Promise<string> {
  const { id } = await rebark(personId, of);
  await deliver({ outboxId: newId(), kind: "rebark", actorId: personId, subjectId: id, of });
  return id;
}

describe("a rebark", () => {
  it("appears once on followers' Home, with the original bark inside", async () => {
    const { reader, otter, author } = await town();
    const of = await bark(author.id);
    const id = await pass(otter.id, of);
    await deliver({ outboxId: newId(), kind: "rebark", actorId: otter.id, subjectId: id, of });
    const [first] = await home(reader.id);
    expect(first).toMatchObject({ id, account: { id: otter.id }, text: null, reblog: { id: of, text: "Words" } });
    expect(await timelineOf(reader.id)).toEqual([`${id}:${of}`, expect.any(String)]);
  });

  it("of a bark that is already among the newest is not shown again, whether cached or rebuilt", async () => {
    const { reader, otter, fern, author } = await town();
    const of = await bark(author.id);
    await pass(otter.id, of);
    await pass(fern.id, of);
    expect((await ids(reader.id)).filter((id) => id === of)).toHaveLength(1);
    await tcpRedis().del(keys.timeline(reader.id));
    await tcpRedis().zrem(keys.active, reader.id);
    expect((await ids(reader.id)).filter((id) => id === of)).toHaveLength(1);
  });

  // The window of 40 is applied in TypeScript and in Lua; this tests the boundary of both.
  it.each([
    { since: 39, times: 1 },
    { since: 40, times: 2 },
  ])(
    "of what was shown $since barks before is on Home $times times, in Redis or built anew",
    async ({ since, times }) => {
      const { reader, otter, fern, author } = await town();
      const of = await bark(author.id);
      await pass(otter.id, of);
      const between = await Promise.all(Array.from({ length: since }, () => bark(otter.id)));
      await tcpRedis().zadd(keys.timeline(reader.id), ...between.flatMap((id) => [0, memberOf(id)]));
      await pass(fern.id, of);
      const passedOn = async () => (await timelineOf(reader.id)).filter((entry) => entry.endsWith(`:${of}`));
      expect(await passedOn()).toHaveLength(times);
      await tcpRedis().del(keys.timeline(reader.id));
      await tcpRedis().zrem(keys.active, reader.id);
      await home(reader.id);
      expect(await passedOn()).toHaveLength(times);
    },
  );

  it("disappears when it is undone, or when its original is deleted", async () => {
    const { reader, otter, fern, author } = await town();
    const [one, two] = [await bark(author.id), await bark(author.id)];
    const first = await pass(otter.id, one);
    await pass(fern.id, two);
    await unrebark(otter.id, one);
    await deliver({ outboxId: newId(), kind: "unrebark", actorId: otter.id, subjectId: one, undoes: first });
    expect(await ids(reader.id)).not.toContain(one);
    await deleteBark(author.id, two);
    await deliver({ outboxId: newId(), kind: "delete", actorId: author.id, subjectId: two });
    expect(await ids(reader.id)).toHaveLength(1);
    expect(await timelineOf(reader.id)).toHaveLength(1);
    // A late delivery within an hour does not restore it.
    const seconds = await tcpRedis().ttl(keys.tombstone(two));
    expect(seconds).toBeGreaterThan(3_500);
    expect(seconds).toBeLessThanOrEqual(3_600);
  });

  it("is not shown if there is a block with the original's author", async () => {
    const { reader, otter, author } = await town();
    const of = await bark(author.id);
    await pass(otter.id, of);
    await block(author.id, reader.id);
    await invalidateRelationships(reader.id, author.id);
    expect(await ids(reader.id)).not.toContain(of);
  });

  it("is paginated like a bark, in both directions", async () => {
    const { reader, otter, author } = await town();
    const barks = await plantBarks(author.id, 12);
    const made: string[] = [];
    for (const of of barks) made.unshift(await pass(otter.id, of));
    const page = async (bounds: { maxId?: string; minId?: string }) =>
      (await homePage(reader.id, { limit: 4, ...bounds })).statuses.map(({ id }) => id);
    expect(await page({})).toEqual(made.slice(0, 4));
    expect(await page({ maxId: made[3] })).toEqual(made.slice(4, 8));
    expect(await page({ minId: made[8] })).toEqual(made.slice(4, 8));
  });
});
