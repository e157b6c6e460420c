import { afterAll, describe, expect, it } from "vitest";
import { driver } from "@/lib/neo4j";
import { directBetween, inboxOf, makeCommit, postCommit, pull, say, start } from "@/testing/conversing";
import { makeAccount } from "@/testing/messaging";

afterAll(() => driver().close());

describe("an encrypted conversation", () => {
  it("reaches every device of both people, and is deleted when all have it", async () => {
    const [fern, otter] = await Promise.all([makeAccount(2), makeAccount(2)]);
    for (const device of [...fern.devices, ...otter.devices]) await device.publish(5, true);
    const [phone, laptop] = fern.devices;
    const { id, answer } = await start(phone, "direct", [fern, otter]);
    expect(answer).toMatchObject({
      status: 200,
      json: { conversation: { id, kind: "direct", generation: 0, epoch: 1, number: 1, state: "open", muted: false } },
    });
    expect(await pull(phone)).toEqual([]);
    expect(await say(phone, id, "Hello")).toMatchObject({ status: 200, json: { number: 2 } });
    for (const device of [laptop, ...otter.devices]) expect(await pull(device!)).toEqual(["Hello"]);
    expect((await inboxOf(phone)).envelopes).toMatchObject([{ number: 2, kind: "message", silent: false }]);
  });

  it("accepts one of two commits made at once, and gives the other device the accepted one", async () => {
    const [fern, otter] = await Promise.all([makeAccount(), makeAccount()]);
    const id = await directBetween(fern, otter);
    const both = [fern.devices[0], otter.devices[0]];
    const made = await Promise.all(both.map((device) => makeCommit(device, id, { accounts: [fern, otter] })));
    const answers = await Promise.all(both.map((device, at) => postCommit(device, id, made[at]!)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});
