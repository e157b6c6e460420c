import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createBark } from "@/lib/barks/writes";
import { driver } from "@/lib/neo4j";
import { follow, unfollow } from "@/lib/people/writes";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { plantFollows } from "@/testing/follows";
import { ask, count, plantBarks } from "@/testing/graph";
import { makePeople } from "@/testing/people";
import { timelineOf } from "@/testing/timelines";
import { until } from "@/testing/until";
import { homePage } from "@/lib/timelines/reads";
import { abandonJob, commitUnqueuedBark } from "@/sidecar/testing/abandoned-jobs";
import { startSidecar, type TestSidecar } from "@/sidecar/testing/sidecar";

let sidecar: TestSidecar;
beforeAll(async () => {
  sidecar = await startSidecar();
});
afterAll(async () => {
  await sidecar.stop();
  tcpRedis().disconnect();
  await driver().close();
});

/** Waits until a bark is on a person's Home. */
const arrival = (personId: string, id: string) => until(async () => (await timelineOf(personId)).includes(id));
const isNoted = async (outboxId: string) => (await count("(:Pending {id: $outboxId})", { outboxId })) > 0;
const isWaiting = async (entry: string) => (await tcpRedis().xrange(keys.jobs, entry, entry)).length > 0;

/** The dead jobs since `from`, as [entry's fields]. */
async function parked(from: string): Promise<string[][]> {
  return (await tcpRedis().xrange(keys.deadJobs, from, "+")).map(([, fields]) => fields);
}

/** A reader with a built Home who follows an author. */
async function reading() {
  const [reader, author] = await makePeople(2);
  if (!reader || !author) throw new Error("nobody");
  await plantFollows(reader.id, [author]);
  await homePage(reader.id, { limit: 20 });
  return { reader, author };
}

describe("workers", () => {
  it("deliver an enqueued job and end it together with its outbox entry", async () => {
    const { reader, author } = await reading();
    const created = await createBark(author.id, { text: "Hello" });
    const id = created.ok ? created.status.id : "";
    expect(await arrival(reader.id, id)).toBe(true);
    await until(async () => (await count("(:Pending {subjectId: $id})", { id })) === 0);
  });

  it("update a timeline after a follow and an unfollow", async () => {
    const [reader, author] = await makePeople(2);
    if (!reader || !author) throw new Error("nobody");
    const own = await plantBarks(reader.id, 1, { until: Date.now() - 86_400_000 });
    const planted = await plantBarks(author.id, 3);
    await homePage(reader.id, { limit: 20 });
    await follow(reader.id, author.id);
    await until(async () => (await timelineOf(reader.id)).length === 4);
    expect(await timelineOf(reader.id)).toEqual([...planted, ...own]);
    await unfollow(reader.id, author.id);
    await until(async () => (await timelineOf(reader.id)).length === 1);
    expect(await timelineOf(reader.id)).toEqual(own);
  });

  it("find outbox entries that were never enqueued", async () => {
    const { reader, author } = await reading();
    const { outboxId: id } = await commitUnqueuedBark(author.id, 10_000);
    expect(await arrival(reader.id, id)).toBe(true);
    await until(async () => !(await isNoted(id)));
  });

  it("take over the jobs of a dead worker", async () => {
    const { reader, author } = await reading();
    const job = await commitUnqueuedBark(author.id);
    const entry = await abandonJob(job);
    expect(await arrival(reader.id, job.subjectId)).toBe(true);
    await until(async () => !(await isWaiting(entry)));
    expect(await isNoted(job.outboxId)).toBe(false);
  });

  it("park a job that failed too often and its outbox entry, with the reason", async () => {
    const { author } = await reading();
    const job = await commitUnqueuedBark(author.id);
    const { outboxId, subjectId: id } = job;
    await ask("MATCH (b:Bark {id: $id}) SET b.text = 7 RETURN b.id AS id", { id }, z.object({}));
    const entry = await abandonJob(job);
    await tcpRedis().xclaim(keys.jobs, "workers", "dead", 0, entry, "RETRYCOUNT", 6);
    await until(async () => (await parked(entry)).some(([, parkedJob]) => parkedJob?.includes(outboxId)));
    const fields = (await parked(entry)).find(([, parkedJob]) => parkedJob?.includes(outboxId));
    expect(fields).toEqual(["job", expect.stringContaining(id), "reason", "failed too often"]);
    expect(await isWaiting(entry)).toBe(false);
    expect(await count("(:Outbox:Parked {id: $outboxId, reason: 'failed too often'})", { outboxId })).toBe(1);
    expect(await count("(:Pending {id: $outboxId})", { outboxId })).toBe(0);
    await ask(
      "MATCH (b:Bark {id: $id}), (o:Outbox {id: $outboxId}) SET b.text = '' DELETE o",
      { id, outboxId },
      z.object({}),
    );
  });

  it.each([
    ["not JSON", ["job", "{nonsense"]],
    ["not a job", ["job", '{"kind":"dance"}']],
    ["nothing", ["other", "field"]],
  ])("park an entry that is %s, and go on", async (_what, fields) => {
    const { reader, author } = await reading();
    const entry = String(await tcpRedis().xadd(keys.jobs, "*", ...fields));
    await until(async () => !(await isWaiting(entry)));
    expect(await parked(entry)).toContainEqual(["job", "null", "reason", "not a job"]);
    const created = await createBark(author.id, { text: "Next" });
    expect(await arrival(reader.id, created.ok ? created.status.id : "")).toBe(true);
  });

  it("continue after Redis lost the stream and its consumer group", async () => {
    const { reader, author } = await reading();
    await tcpRedis().xgroup("DESTROY", keys.jobs, "workers");
    const created = await createBark(author.id, { text: "After the loss" });
    expect(await arrival(reader.id, created.ok ? created.status.id : "")).toBe(true);
  });
});
