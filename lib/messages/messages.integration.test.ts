import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { driver } from "@/lib/neo4j";
import {
  acknowledge,
  claim,
  directBetween,
  groupOf,
  inboxOf,
  keepGroup,
  makeCommit,
  makeMessage,
  postCommit,
  pull,
  say,
  start,
} from "@/testing/conversing";
import { ask, count } from "@/testing/graph";
import { makeAccount, type TestDevice } from "@/testing/messaging";

afterAll(() => driver().close());

/** Two people with a conversation that both have accepted; each has one device. */
async function pair() {
  const [fern, otter] = await Promise.all([makeAccount(), makeAccount()]);
  return { fern, otter, phone: fern.devices[0], other: otter.devices[0], id: await directBetween(fern, otter) };
}

const unread = async (device: TestDevice) => (await device.send("GET", `/unread?device_id=${device.id}`)).json;
const envelopes = (id: string) => count("(e:Envelope {conversationId: $id})", { id });

/** Moves the end of the former epoch into the past. */
const age = (id: string, ms: number) =>
  ask("MATCH (c:Conversation {id: $id}) SET c.epochAt = c.epochAt - $ms RETURN c.id AS id", { id, ms }, z.unknown());

describe("an encrypted message", () => {
  it("reaches every device of both people, and is deleted when all have it", async () => {
    const [fern, otter] = await Promise.all([makeAccount(2), makeAccount(2)]);
    for (const device of [...fern.devices, ...otter.devices]) await device.publish(5, true);
    const [phone, ...others] = [...fern.devices, ...otter.devices];
    if (!phone) throw new Error("no device");
    const { id, answer } = await start(phone, "direct", [fern, otter]);
    expect(answer).toMatchObject({
      status: 200,
      json: { conversation: { id, kind: "direct", generation: 0, epoch: 1, number: 1, state: "open", muted: false } },
    });
    expect(await pull(phone)).toEqual([]);
    expect(await say(phone, id, "Hello")).toMatchObject({ status: 200, json: { number: 2 } });
    for (const device of others) {
      expect(await envelopes(id)).toBe(2);
      expect(await pull(device)).toEqual(["Hello"]);
    }
    expect((await inboxOf(phone)).envelopes).toMatchObject([{ number: 2, kind: "message", silent: false }]);
    expect(await envelopes(id)).toBe(1);
    await pull(phone);
    expect(await envelopes(id)).toBe(0);
  });

  it("is stored once, however often it is sent, and answered each time alike", async () => {
    const { phone, other, id } = await pair();
    const body = await makeMessage(phone, id, "Hello");
    const post = () => phone.send("POST", `/conversations/${id}/messages`, body);
    const first = await post();
    const again = await Promise.all([post(), post(), post()]);
    expect(first.status).toBe(200);
    for (const answer of again) expect(answer.json).toEqual(first.json);
    expect(await pull(other)).toEqual(["Hello"]);
    expect((await post()).json).toEqual(first.json);
  });

  it("keeps its number when many are sent at once, and each number is used once", async () => {
    const { phone, other, id } = await pair();
    const bodies = [];
    for (let at = 0; at < 12; at += 1) bodies.push(await makeMessage(phone, id, `${at}`));
    const theirs = await makeMessage(other, id, "at the same time");
    const [answer] = await Promise.all([
      other.send("POST", `/conversations/${id}/messages`, theirs),
      (async () => {
        for (const body of bodies) await phone.send("POST", `/conversations/${id}/messages`, body);
      })(),
    ]);
    expect(answer.status).toBe(200);
    const { envelopes: got } = await inboxOf(other);
    const numbers = got.map(({ number }) => number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(new Set(numbers).size).toBe(13);
    expect((await pull(other)).filter((text) => text !== "at the same time")).toEqual(bodies.map((_, at) => `${at}`));
  });

  it("is refused when its counter was used, which tells a device that it is a copy", async () => {
    const { phone, id } = await pair();
    const body = await makeMessage(phone, id, "the original");
    expect((await phone.send("POST", `/conversations/${id}/messages`, body)).status).toBe(200);
    const copy = { ...(await makeMessage(phone, id, "the copy")), counter: body.counter };
    for (const counter of [body.counter, body.counter - 1]) {
      expect(await phone.send("POST", `/conversations/${id}/messages`, { ...copy, counter })).toMatchObject({
        status: 409,
        json: { code: "device_cloned" },
      });
    }
  });

  it("is taken in the epoch before for a minute, and then refused", async () => {
    const { fern, otter, phone, other, id } = await pair();
    const [late, tooLate] = [await makeMessage(other, id, "late"), await makeMessage(other, id, "too late")];
    expect((await postCommit(phone, id, await makeCommit(phone, id, { accounts: [fern, otter] }))).status).toBe(200);
    const post = (body: unknown) => other.send("POST", `/conversations/${id}/messages`, body);
    expect((await post(late)).status).toBe(200);
    await age(id, 61_000);
    expect(await post(tooLate)).toMatchObject({ status: 409, json: { code: "epoch_too_old" } });
    // Recognised although its epoch is over.
    expect((await post(late)).status).toBe(200);
    await age(id, -61_000);
    expect((await postCommit(phone, id, await makeCommit(phone, id, { accounts: [fern, otter] }))).status).toBe(200);
    expect(await post(tooLate)).toMatchObject({ status: 409, json: { code: "epoch_too_old" } });
  });

  it("must be an application message for that group and epoch, with a franking tag of 32 bytes", async () => {
    const { fern, otter, phone, id } = await pair();
    const good = await makeMessage(phone, id, "Hello");
    const made = await makeCommit(phone, id, { accounts: [fern, otter] });
    const short = await makeMessage(phone, id, "Hello", { tag: new Uint8Array(31) });
    const cases: [object, string][] = [
      [{ ...good, message: "AAAA" }, "malformed"],
      [{ ...good, message: "A" }, "malformed"],
      [{ ...good, message: made.body["commit"] }, "wrong_kind"],
      [{ ...good, generation: 1 }, "wrong_group"],
      [{ ...good, epoch: good.epoch + 1 }, "wrong_epoch"],
      [short, "no_franking_tag"],
    ];
    for (const [body, code] of cases) {
      expect(await phone.send("POST", `/conversations/${id}/messages`, body)).toMatchObject({
        status: 422,
        json: { code },
      });
    }
    const big = { ...good, message: "A".repeat(90_000) };
    expect((await phone.send("POST", `/conversations/${id}/messages`, big)).status).toBe(422);
    const huge = { ...good, message: "A".repeat(120_000) };
    expect((await phone.send("POST", `/conversations/${id}/messages`, huge)).status).toBe(413);
  });

  it("is stored without its sender", async () => {
    const { fern, phone, id } = await pair();
    await say(phone, id, "Hello");
    const [row] = await ask(
      "MATCH (e:Envelope {conversationId: $id}) RETURN properties(e) AS all",
      { id },
      z.object({ all: z.record(z.string(), z.unknown()) }),
    );
    const stored = JSON.stringify(row?.all);
    for (const secret of [phone.id, fern.id, fern.person.id, "Hello"]) expect(stored).not.toContain(secret);
  });
});

describe("the inbox of a device", () => {
  it("contains what the device has not acknowledged, in order, in pages", async () => {
    const { phone, other, id } = await pair();
    for (const text of ["1", "2", "3", "4", "5"]) await say(phone, id, text);
    const first = await inboxOf(other, 3);
    expect([first.envelopes.length, first.more]).toEqual([3, true]);
    expect((await inboxOf(other, 3)).envelopes).toEqual(first.envelopes);
    await acknowledge(other, first.envelopes);
    const second = await inboxOf(other, 3);
    expect([second.envelopes.length, second.more]).toEqual([2, false]);
    expect([...first.envelopes, ...second.envelopes].map(({ number }) => number)).toEqual([2, 3, 4, 5, 6]);
  });

  it("cannot be acknowledged beyond its end, and never goes back", async () => {
    const { phone, other, id } = await pair();
    await say(phone, id, "1");
    const ack = (number: number) =>
      other.send("POST", "/inbox/ack", { device_id: other.id, acks: [{ conversation_id: id, number }] });
    expect((await ack(1_000_000)).status).toBe(200);
    await ack(1);
    await say(phone, id, "2");
    expect((await inboxOf(other)).envelopes.map(({ number }) => number)).toEqual([3]);
  });

  it("keeps what a device has not fetched, however often the others acknowledge", async () => {
    const [fern, otter] = await Promise.all([makeAccount(2), makeAccount()]);
    const id = await directBetween(fern, otter);
    const [phone, laptop] = fern.devices;
    if (!laptop) throw new Error("no laptop");
    await say(phone, id, "for the laptop");
    await Promise.all([pull(phone), pull(otter.devices[0])]);
    expect(await envelopes(id)).toBe(1);
    expect(await pull(laptop)).toEqual(["for the laptop"]);
    expect(await envelopes(id)).toBe(0);
  });

  it("does not wait for a device that the key chain no longer lists", async () => {
    const [fern, otter] = await Promise.all([makeAccount(2), makeAccount()]);
    const id = await directBetween(fern, otter);
    const [phone, laptop] = fern.devices;
    if (!laptop) throw new Error("no laptop");
    await fern.removeDevice(laptop);
    await say(phone, id, "not for the laptop");
    await Promise.all([pull(phone), pull(otter.devices[0])]);
    expect(await envelopes(id)).toBe(0);
    expect(await laptop.send("GET", `/inbox?device_id=${laptop.id}`)).toMatchObject({ status: 403 });
  });

  it("begins with the welcome for a device that is added later", async () => {
    const { fern, otter, phone, other, id } = await pair();
    await say(phone, id, "before");
    const tablet = await otter.addDevice();
    await tablet.publish(1);
    const add = await claim(phone, otter, [tablet]);
    const accounts = [fern, otter];
    expect((await postCommit(phone, id, await makeCommit(phone, id, { add, accounts }))).status).toBe(200);
    await say(phone, id, "after");
    expect((await inboxOf(tablet)).envelopes.map(({ kind }) => kind)).toEqual(["welcome", "message"]);
    expect(await pull(tablet)).toEqual(["after"]);
    expect(await pull(other)).toEqual(["before", "after"]);
  });
});

describe("unread conversations", () => {
  it("are those with a message of somebody else that the device has not acknowledged", async () => {
    const { phone, other, id } = await pair();
    expect(await unread(other)).toEqual({ conversation_ids: [] });
    await say(phone, id, "quietly", true);
    expect(await unread(other)).toEqual({ conversation_ids: [] });
    await say(phone, id, "Hello");
    expect(await unread(other)).toEqual({ conversation_ids: [id] });
    expect(await unread(phone)).toEqual({ conversation_ids: [] });
    await pull(other);
    expect(await unread(other)).toEqual({ conversation_ids: [] });
  });

  it("are not those that one has muted", async () => {
    const { phone, other, id } = await pair();
    const mute = (muted: boolean) => other.send("PUT", `/conversations/${id}`, { muted });
    expect(await mute(true)).toMatchObject({ status: 200, json: { conversation: { muted: true } } });
    await say(phone, id, "Hello");
    expect(await unread(other)).toEqual({ conversation_ids: [] });
    await mute(false);
    expect(await unread(other)).toEqual({ conversation_ids: [id] });
  });
});

it("a device keeps its group while the server refuses its commit", async () => {
  const { fern, otter, phone, other, id } = await pair();
  const both = [phone, other];
  const before = both.map((device) => groupOf(device, id));
  const made = await Promise.all(both.map((device) => makeCommit(device, id, { accounts: [fern, otter] })));
  const answers = await Promise.all(
    both.map((device, at) => device.send("POST", `/conversations/${id}/commits`, made[at]?.body)),
  );
  const statuses = answers.map(({ status }) => status);
  expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409]);
  const winner = statuses.indexOf(200);
  expect(answers[1 - winner]).toMatchObject({
    json: { code: "epoch_taken", envelope: { kind: "commit", payload: made[winner]?.body["commit"] } },
  });
  const [winning, next] = [both[winner], made[winner]?.next];
  if (!winning || !next) throw new Error("nobody won");
  keepGroup(winning, id, next);
  expect(before[1 - winner]).toBe(groupOf(both[1 - winner] ?? phone, id));
  await Promise.all(both.map((device) => pull(device)));
  await say(phone, id, "together again");
  expect(await pull(other)).toEqual(["together again"]);
  // The winner asks again, as after a lost answer.
  const again = await winning.send("POST", `/conversations/${id}/commits`, made[winner]?.body);
  expect([200, 409]).toContain(again.status);
});
