import { describe, expect, it } from "vitest";
import { z } from "zod";
import { editBark } from "@/lib/history/writes";
import { keys } from "@/lib/redis/keys";
import { tcpRedis } from "@/lib/redis/tcp";
import { rebark } from "@/lib/reactions/writes";
import { plantFollows } from "@/testing/follows";
import { ask, count, plantBarks } from "@/testing/graph";
import { makePeople, makePerson, makeToken } from "@/testing/people";
import { until } from "@/testing/until";
import { abandonJob, commitUnqueuedBark } from "@/sidecar/testing/abandoned-jobs";
import { bark, sidecarFixture } from "@/sidecar/testing/sidecar-fixture";
import { deliver } from "@/sidecar/worker/deliver";

const { connect } = sidecarFixture();

/** An author who has barked before, a follower who listens, and a device of each. */
async function listening() {
  const [reader, author] = await makePeople(2);
  if (!reader || !author) throw new Error("nobody");
  await plantFollows(reader.id, [author]);
  const [theirs, own] = await Promise.all([
    connect(reader.id, (await makeToken(reader.id)).token),
    connect(author.id, (await makeToken(author.id)).token),
  ]);
  const first = await bark(author.id, "First");
  await until(() => theirs.barks().includes(first) && own.barks().includes(first));
  await until(async () => (await count("(:Pending {id: $first})", { first })) === 0);
  return { reader, author, devices: [theirs, own], first };
}

describe("the barks of one author are delivered in order", () => {
  it("when the older of two barks was not enqueued", async () => {
    const { author, devices, first } = await listening();
    const { subjectId: older } = await commitUnqueuedBark(author.id);
    const newer = await bark(author.id, "Newer");
    for (const device of devices) {
      await until(() => device.barks().includes(newer));
      expect(device.barks()).toEqual([first, older, newer]);
    }
  });

  it("when a worker died with the older ones, which are delivered once", async () => {
    const { author, devices, first } = await listening();
    const jobs = [
      await commitUnqueuedBark(author.id),
      await commitUnqueuedBark(author.id),
      await commitUnqueuedBark(author.id),
    ];
    const entries: string[] = [];
    for (const job of jobs) entries.push(await abandonJob(job));
    const newer = await bark(author.id, "Newer");
    for (const entry of entries)
      await until(async () => (await tcpRedis().xrange(keys.jobs, entry, entry)).length === 0);
    const last = await bark(author.id, "Last");
    for (const device of devices) {
      await until(() => device.barks().includes(last));
      expect(device.barks()).toEqual([first, ...jobs.map(({ subjectId }) => subjectId), newer, last]);
    }
  });

  it("when there is a rebark between two barks", async () => {
    const { author, devices, first } = await listening();
    const [passedOn = ""] = await plantBarks((await makePerson()).id, 1);
    const { subjectId: older } = await commitUnqueuedBark(author.id);
    const { id: rebarked } = await rebark(author.id, passedOn);
    const newer = await bark(author.id, "Newer");
    for (const device of devices) {
      await until(() => device.barks().includes(newer));
      expect(device.barks()).toEqual([first, older, rebarked, newer]);
    }
  });

  it("when Redis lost the last of them, although the outbox has them as delivered", async () => {
    const { reader, author, devices, first } = await listening();
    const [second, third] = [await bark(author.id, "Second"), await bark(author.id, "Third")];
    await until(() => devices.every((device) => device.barks().includes(third)));
    await until(async () => (await count("(:Done {id: $third})", { third })) === 1);
    for (const [id, fields] of await tcpRedis().xrange(keys.live(reader.id), "-", "+"))
      if (fields[1] !== first) await tcpRedis().xdel(keys.live(reader.id), id);
    await tcpRedis().del(keys.timeline(reader.id));
    await tcpRedis().hset(keys.order(author.id), { all: first, own: first });
    const job = await commitUnqueuedBark(author.id);
    await deliver(job);
    const told = (await tcpRedis().xrange(keys.live(reader.id), "-", "+")).map(([, [, id]]) => id);
    expect(told.slice(-4)).toEqual([first, second, third, job.subjectId]);
  });

  it("when one of them cannot be delivered", async () => {
    const { author, devices, first } = await listening();
    const { subjectId: broken } = await commitUnqueuedBark(author.id);
    const { subjectId: older } = await commitUnqueuedBark(author.id);
    await ask("MATCH (b:Bark {id: $broken}) SET b.text = 7 RETURN b.id AS id", { broken }, z.object({}));
    const newer = await bark(author.id, "Newer");
    for (const device of devices) {
      await until(() => device.barks().includes(newer));
      expect(device.barks()).toEqual([first, older, newer]);
    }
    await ask("MATCH (o:Outbox {id: $broken}) DELETE o RETURN 1 AS id", { broken }, z.object({}));
    await ask("MATCH (b:Bark {id: $broken}) SET b.text = '' RETURN 1 AS id", { broken }, z.object({}));
  });

  it("when it is edited before a dead worker's job is taken over", async () => {
    const { author, devices, first } = await listening();
    const job = await commitUnqueuedBark(author.id);
    const entry = await abandonJob(job);
    const edited = await editBark(author.id, job.subjectId, { text: "Other words", spoiler: "", sensitive: false });
    expect(edited.ok).toBe(true);
    await until(async () => (await tcpRedis().xrange(keys.jobs, entry, entry)).length === 0);
    const last = await bark(author.id, "Last");
    for (const device of devices) {
      await until(() => device.barks().includes(last));
      expect(device.barks()).toEqual([first, job.subjectId, last]);
      const texts = device.heard.flatMap(({ id, text }) => (id === job.subjectId && text ? [text] : []));
      expect(texts.at(-1)).toBe("Other words");
    }
  });
});

describe("concurrent barks of one author", () => {
  it("form a chain in which each names its predecessor", async () => {
    const author = await makePerson();
    const jobs = await Promise.all(Array.from({ length: 20 }, () => commitUnqueuedBark(author.id)));
    const line = new Map(jobs.map(({ after, subjectId }) => [after ?? "", subjectId]));
    expect(line.size).toBe(20);
    const walked: string[] = [];
    for (let next = line.get(""); next; next = line.get(next)) walked.push(next);
    expect(walked.toSorted()).toEqual(jobs.map(({ subjectId }) => subjectId).toSorted());
  });
});
