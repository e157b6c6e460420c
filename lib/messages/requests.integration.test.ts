import { afterAll, describe, expect, it } from "vitest";
import { driver } from "@/lib/neo4j";
import { block, mute, unblock } from "@/lib/moderation/writes";
import { follow } from "@/lib/people/writes";
import { directBetween, inboxOf, pull, say, start } from "@/testing/conversing";
import { makeAccount, type TestAccount, type TestDevice } from "@/testing/messaging";
import { makePerson } from "@/testing/people";

afterAll(() => driver().close());

/** Two people with KeyPackages. */
async function two(): Promise<{ fern: TestAccount; otter: TestAccount; phone: TestDevice; other: TestDevice }> {
  const [fern, otter] = await Promise.all([makeAccount(), makeAccount()]);
  for (const { devices } of [fern, otter]) await devices[0].publish(10, true);
  return { fern, otter, phone: fern.devices[0], other: otter.devices[0] };
}

const stateOf = async (device: TestDevice, id: string) => (await device.send("GET", `/conversations/${id}`)).json;
const contact = async (device: TestDevice, personId: string) => (await device.send("GET", `/people/${personId}`)).json;
const setting = (device: TestDevice, who_may_write: string) => device.send("PUT", "/settings", { who_may_write });
const unread = async (device: TestDevice) => (await device.send("GET", `/unread?device_id=${device.id}`)).json;

describe("a conversation that a stranger begins", () => {
  it("is a request, in which one message is taken until it is accepted", async () => {
    const { fern, otter, phone, other } = await two();
    const { id } = await start(phone, "direct", [fern, otter]);
    expect(await stateOf(phone, id)).toMatchObject({ conversation: { state: "open" } });
    expect(await stateOf(other, id)).toMatchObject({ conversation: { state: "request" } });
    expect((await say(phone, id, "silent", true)).status).toBe(200);
    expect((await say(phone, id, "Hello")).status).toBe(200);
    expect(await say(phone, id, "Are you there?")).toMatchObject({ status: 409, json: { code: "request_pending" } });
    expect((await say(phone, id, "silent again", true)).status).toBe(200);
    expect(await unread(other)).toEqual({ conversation_ids: [] });
    expect(await pull(other)).toEqual(["silent", "Hello", "silent again"]);
    const accepted = await other.send("POST", `/conversations/${id}/accept`);
    expect(accepted).toMatchObject({ status: 200, json: { conversation: { state: "open" } } });
    expect((await say(phone, id, "You are!")).status).toBe(200);
    expect(await unread(other)).toEqual({ conversation_ids: [id] });
  });

  it("is accepted by an answer", async () => {
    const { fern, otter, phone, other } = await two();
    const { id } = await start(phone, "direct", [fern, otter]);
    await say(phone, id, "Hello");
    await pull(other);
    expect((await say(other, id, "Hello yourself")).status).toBe(200);
    expect(await stateOf(other, id)).toMatchObject({ conversation: { state: "open" } });
    expect((await say(phone, id, "Nice")).status).toBe(200);
  });

  it("can be declined and forgotten, of which its beginner learns nothing", async () => {
    const { fern, otter, phone, other } = await two();
    const { id } = await start(phone, "direct", [fern, otter]);
    await say(phone, id, "Hello");
    const before = await stateOf(phone, id);
    expect(await other.send("POST", `/conversations/${id}/decline`)).toMatchObject({
      status: 200,
      json: { conversation: { state: "declined" } },
    });
    expect(await stateOf(phone, id)).toEqual(before);
    expect(await say(phone, id, "And?")).toMatchObject({ status: 409, json: { code: "request_pending" } });
    expect((await other.send("POST", `/conversations/${id}/leave`)).status).toBe(200);
    expect((await other.send("GET", `/conversations/${id}`)).status).toBe(404);
    expect(await other.send("GET", "/conversations")).toMatchObject({ json: { conversations: [] } });
    expect((await say(phone, id, "quietly", true)).status).toBe(200);
    expect((await inboxOf(other)).envelopes).toEqual([]);
    expect(await stateOf(phone, id)).toMatchObject({ conversation: { state: "open", members: [{}, {}] } });
    expect(await contact(phone, otter.person.id)).toMatchObject({ contact: "request", conversation_id: id });
  });

  it("is open at once for those who follow its beginner, and a group waits for one of its members", async () => {
    const { fern, otter, phone, other } = await two();
    await follow(otter.person.id, fern.person.id);
    expect(await contact(phone, otter.person.id)).toEqual({
      account_id: otter.id,
      contact: "open",
      conversation_id: null,
    });
    const wren = await makeAccount();
    await wren.devices[0].publish(2);
    const { id } = await start(phone, "group", [fern, otter, wren]);
    expect(await stateOf(other, id)).toMatchObject({ conversation: { state: "open" } });
    expect(await stateOf(wren.devices[0], id)).toMatchObject({ conversation: { state: "request" } });
    expect((await say(phone, id, "1")).status).toBe(200);
    expect((await say(phone, id, "2")).status).toBe(200);
  });
});

describe("somebody who is blocked", () => {
  it("cannot begin a conversation, in either direction, and learns no more than that it is closed", async () => {
    const { fern, otter, phone, other } = await two();
    await block(otter.person.id, fern.person.id);
    const closed = { status: 403, json: { code: "closed" } };
    expect((await start(phone, "direct", [fern, otter])).answer).toMatchObject(closed);
    expect((await start(other, "direct", [otter, fern])).answer).toMatchObject(closed);
    expect((await start(phone, "group", [fern, otter])).answer).toMatchObject(closed);
    // Whoever blocks somebody does not exist for them.
    expect((await phone.send("GET", `/people/${otter.person.id}`)).status).toBe(404);
  });

  it("cannot go on writing in a conversation that began before the block", async () => {
    const { fern, otter, phone, other } = await two();
    const id = await directBetween(fern, otter);
    expect((await say(phone, id, "before")).status).toBe(200);
    await block(otter.person.id, fern.person.id);
    expect(await say(phone, id, "after")).toMatchObject({ status: 403, json: { code: "closed" } });
    expect(await say(other, id, "after")).toMatchObject({ status: 403, json: { code: "closed" } });
    await unblock(otter.person.id, fern.person.id);
    expect((await say(phone, id, "again")).status).toBe(200);
    expect(await pull(other)).toEqual(["before", "again"]);
  });

  it("is heard in a group of others, but not announced as unread", async () => {
    const { fern, otter, phone, other } = await two();
    await follow(otter.person.id, fern.person.id);
    const { id } = await start(phone, "group", [fern, otter]);
    await pull(other);
    await block(otter.person.id, fern.person.id);
    expect((await say(phone, id, "Hello")).status).toBe(200);
    expect(await unread(other)).toEqual({ conversation_ids: [] });
  });
});

it("a message of somebody who is muted is delivered, but not counted as unread", async () => {
  const { fern, otter, phone, other } = await two();
  const id = await directBetween(fern, otter);
  await mute(otter.person.id, fern.person.id, { duration: 0, notifications: true });
  await say(phone, id, "Hello");
  expect(await unread(other)).toEqual({ conversation_ids: [] });
  expect(await pull(other)).toEqual(["Hello"]);
});

describe("who may write to somebody", () => {
  it("is decided by them: everybody, those they follow, or nobody", async () => {
    const { fern, otter, phone, other } = await two();
    expect(await other.send("GET", "/settings")).toMatchObject({ json: { who_may_write: "everyone" } });
    expect(await contact(phone, otter.person.id)).toMatchObject({ contact: "request" });
    expect(await setting(other, "followed")).toMatchObject({ status: 200, json: { who_may_write: "followed" } });
    expect(await contact(phone, otter.person.id)).toMatchObject({ contact: "closed" });
    const closed = { status: 403, json: { code: "closed" } };
    expect((await start(phone, "direct", [fern, otter])).answer).toMatchObject(closed);
    await follow(otter.person.id, fern.person.id);
    expect(await contact(phone, otter.person.id)).toMatchObject({ contact: "open" });
    await setting(other, "nobody");
    expect((await start(phone, "group", [fern, otter])).answer).toMatchObject(closed);
    await setting(other, "followed");
    const { id, answer } = await start(phone, "direct", [fern, otter]);
    expect(answer.status).toBe(200);
    // What has begun goes on.
    await setting(other, "nobody");
    expect((await say(phone, id, "Hello")).status).toBe(200);
    expect(await contact(phone, otter.person.id)).toMatchObject({ contact: "open", conversation_id: id });
    expect((await setting(other, "friends")).status).toBe(422);
  });

  it("does not matter for somebody without keys", async () => {
    const { phone } = await two();
    const person = await makePerson();
    expect(await contact(phone, person.id)).toEqual({ account_id: null, contact: "no_keys", conversation_id: null });
    expect((await phone.send("GET", "/people/1")).status).toBe(404);
    expect((await phone.send("GET", "/people/junk")).status).toBe(404);
  });
});
