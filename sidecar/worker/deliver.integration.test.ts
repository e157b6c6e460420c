import { afterAll, describe, expect, it } from "vitest";
import { readStatuses } from "@/lib/barks/reads";
import { deleteBark } from "@/lib/barks/writes";
import type { Job } from "@/lib/delivery/schema";
import { newId } from "@/lib/ids";
import { driver } from "@/lib/neo4j";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { plantFollows, deleteFollows } from "@/testing/follows";
import { plantBarks } from "@/testing/graph";
import { makePeople } from "@/testing/people";
import { timelineOf } from "@/testing/timelines";
import { homePage } from "@/lib/timelines/reads";
import { deliver } from "@/sidecar/worker/deliver";

afterAll(async () => {
  tcpRedis().disconnect();
  await driver().close();
});

const job = (kind: Job["kind"], actorId: string, subjectId: string): Job => ({
  outboxId: newId(),
  kind,
  actorId,
  subjectId,
});
const page = async (personId: string, maxId?: string) =>
  (await homePage(personId, { limit: 40, maxId })).statuses.map(({ id }) => id);

/** All entries of a person's Home, page by page. */
async function all(personId: string): Promise<string[]> {
  const read: string[] = [];
  for (let ids = [""]; ids.length > 0; read.push(...ids)) ids = await page(personId, read.at(-1));
  return read;
}

/** A reader with one old bark on their Home, which is built, and some authors they do not follow. */
async function reading(authors = 1) {
  const [reader, first, ...others] = await makePeople(authors + 1);
  if (!reader || !first) throw new Error("nobody");
  const own = await plantBarks(reader.id, 1, { until: Date.now() - 24 * HOUR });
  await page(reader.id);
  return { reader, own, first, others };
}

const HOUR = 3_600_000;

describe("delivering a bark", () => {
  it("adds it to active followers' Home once, however often it is delivered", async () => {
    const { reader, own, first } = await reading();
    await plantFollows(reader.id, [first]);
    const [id = ""] = await plantBarks(first.id, 1);
    for (let turn = 0; turn < 3; turn++) await deliver(job("bark", first.id, id));
    expect(await timelineOf(reader.id)).toEqual([id, ...own]);
    expect(await tcpRedis().exists(keys.timeline(first.id))).toBe(0);
  });

  it("after the delivery of its deletion restores nothing, although the job still holds its rendering", async () => {
    const { reader, own, first } = await reading();
    await plantFollows(reader.id, [first]);
    const [id = ""] = await plantBarks(first.id, 1);
    const [status] = await readStatuses(null, [id]);
    await deliver({ ...job("bark", first.id, id), status });
    expect(await timelineOf(reader.id)).toEqual([id, ...own]);
    await deleteBark(first.id, id);
    await deliver(job("delete", first.id, id));
    await deliver({ ...job("bark", first.id, id), status });
    expect(await timelineOf(reader.id)).toEqual(own);
  });

  it("that was already deleted adds it to no timeline", async () => {
    const { reader, own, first } = await reading();
    await plantFollows(reader.id, [first]);
    const [id = ""] = await plantBarks(first.id, 1);
    await deleteBark(first.id, id);
    await deliver(job("bark", first.id, id));
    expect(await timelineOf(reader.id)).toEqual(own);
  });
});

describe("delivering a follow", () => {
  it("adds all barks of an author with few, and an unfollow removes them", async () => {
    const { reader, own, first } = await reading();
    const planted = await plantBarks(first.id, 5);
    await plantFollows(reader.id, [first]);
    await deliver(job("follow", reader.id, first.id));
    expect(await timelineOf(reader.id)).toEqual([...planted, ...own]);
    await deleteFollows(reader.id, [first]);
    await deliver(job("unfollow", reader.id, first.id));
    expect(await timelineOf(reader.id)).toEqual(own);
  });

  it("adds the newest hundred of many, and drops older entries, because the author's others are missing there", async () => {
    const { reader, own, first } = await reading();
    const planted = await plantBarks(first.id, 130);
    await plantFollows(reader.id, [first]);
    await deliver(job("follow", reader.id, first.id));
    expect(await timelineOf(reader.id)).toEqual(planted.slice(0, 100));
    expect(await all(reader.id)).toEqual([...planted, ...own]);
  });

  it("leaves no gap, whatever the order of barks", async () => {
    const { reader, own, first, others } = await reading(3);
    const authors = [first, ...others];
    const eras = [Date.now() - HOUR, Date.now() - 5 * HOUR, Date.now() - 3 * HOUR];
    const planted = await Promise.all(authors.map(({ id }, turn) => plantBarks(id, 180, { until: eras[turn] })));
    for (const author of authors) {
      await plantFollows(reader.id, [author]);
      await deliver(job("follow", reader.id, author.id));
    }
    expect(await all(reader.id)).toEqual([...planted.flat(), ...own].toSorted().toReversed());
  });

  it("leaves no gap in a full timeline", async () => {
    const { reader, own, first, others } = await reading(2);
    const old = await plantBarks(first.id, 150, { until: Date.now() - 2 * HOUR });
    const recent = await Promise.all(others.map(({ id }) => plantBarks(id, 450)));
    await plantFollows(reader.id, others);
    await tcpRedis().zrem(keys.active, reader.id);
    await page(reader.id);
    await plantFollows(reader.id, [first]);
    await deliver(job("follow", reader.id, first.id));
    expect(await all(reader.id)).toEqual([...recent.flat(), ...old, ...own]);
  });

  it("leaves no gap in a timeline that Redis lost or that is being built", async () => {
    const { reader, own, first, others } = await reading(2);
    await plantFollows(reader.id, others);
    const [recent, later] = [await plantBarks(others[0]?.id ?? "", 5), await plantBarks(first.id, 5)];
    const everything = [...recent, ...later].toSorted().toReversed();
    await tcpRedis().del(keys.timeline(reader.id));
    await plantFollows(reader.id, [first]);
    await deliver(job("follow", reader.id, first.id));
    expect(await all(reader.id)).toEqual([...everything, ...own]);
    await tcpRedis().zadd(keys.active, 0, reader.id);
    await deliver(job("follow", reader.id, first.id));
    expect(await all(reader.id)).toEqual([...everything, ...own]);
    expect(await timelineOf(reader.id)).toEqual([...everything, ...own]);
  });

  it("still sends the live event of a concurrent bark, once", async () => {
    const { reader, first } = await reading();
    await homePage(reader.id, { limit: 20 }, { live: true });
    const [id = ""] = await plantBarks(first.id, 1);
    await plantFollows(reader.id, [first]);
    await deliver(job("follow", reader.id, first.id));
    expect(await timelineOf(reader.id)).toContain(id);
    for (let turn = 0; turn < 2; turn++) await deliver(job("bark", first.id, id));
    const said = await tcpRedis().xrange(keys.live(reader.id), "-", "+");
    expect(said.map(([, fields]) => fields)).toEqual([
      ["start", ""],
      ["bark", id],
    ]);
  });

  it("follows the current state when follow and unfollow are delivered in any order", async () => {
    const { reader, own, first } = await reading();
    const planted = await plantBarks(first.id, 5);
    await plantFollows(reader.id, [first]);
    await deliver(job("follow", reader.id, first.id));
    await deleteFollows(reader.id, [first]);
    await deliver(job("unfollow", reader.id, first.id));
    expect(await timelineOf(reader.id)).toEqual(own);
    await plantFollows(reader.id, [first]);
    await deliver(job("follow", reader.id, first.id));
    expect(await timelineOf(reader.id)).toEqual([...planted, ...own]);
  });

  it("adds nothing if the follow has ended meanwhile", async () => {
    const { reader, own, first } = await reading();
    await plantBarks(first.id, 5);
    await deliver(job("follow", reader.id, first.id));
    expect(await timelineOf(reader.id)).toEqual(own);
  });
});
