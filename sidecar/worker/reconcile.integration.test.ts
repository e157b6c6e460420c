import { afterAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { driver } from "@/lib/neo4j";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { plantFollows } from "@/testing/follows";
import { plantBarks } from "@/testing/graph";
import { makePeople } from "@/testing/people";
import { memberOf, timelineOf } from "@/testing/timelines";
import { homePage } from "@/lib/timelines/reads";
import { reconcileHomes } from "@/sidecar/worker/reconcile";

afterAll(async () => {
  tcpRedis().disconnect();
  await driver().close();
});

/** A reader of somebody's twelve barks, whose Home is built. */
async function reading() {
  const [reader, author] = await makePeople(2);
  if (!reader || !author) throw new Error("nobody");
  await plantFollows(reader.id, [author]);
  const planted = await plantBarks(author.id, 12, { until: Date.now() - 3_600_000 });
  await homePage(reader.id, { limit: 20 });
  return { reader, author, planted };
}

describe("reconciling a timeline with the graph", () => {
  it("changes nothing if it is correct", async () => {
    const { reader, planted } = await reading();
    await reconcileHomes([reader.id], 0);
    expect(await timelineOf(reader.id)).toEqual(planted);
  });

  it("adds missing entries in the middle and removes surplus ones", async () => {
    const { reader, planted } = await reading();
    const [, second = "", third = ""] = planted;
    await tcpRedis().zrem(keys.timeline(reader.id), ...[second, third].map(memberOf));
    const gone = (BigInt(planted[5] ?? "0") + 1n).toString();
    // Entries as recent as this one may still be in delivery.
    const young = newId();
    await tcpRedis().zadd(keys.timeline(reader.id), 0, memberOf(gone), 0, memberOf(young));
    await reconcileHomes([reader.id], 0);
    expect(await timelineOf(reader.id)).toEqual([young, ...planted]);
  });

  it("adds nothing older than its oldest entry", async () => {
    const { reader, planted } = await reading();
    await tcpRedis().zrem(keys.timeline(reader.id), ...planted.slice(6).map(memberOf));
    await reconcileHomes([reader.id], 0);
    expect(await timelineOf(reader.id)).toEqual(planted.slice(0, 6));
  });

  it("does not build a timeline that is not cached", async () => {
    const { reader } = await reading();
    await tcpRedis().zrem(keys.active, reader.id);
    await tcpRedis().del(keys.timeline(reader.id));
    await reconcileHomes([reader.id], 0);
    expect(await timelineOf(reader.id)).toEqual([]);
  });
});
