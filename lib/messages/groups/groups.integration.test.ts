import { afterAll, describe, expect, it } from "vitest";
import { toHex } from "@/lib/bytes/encoding";
import { ConversationAnswer } from "@/lib/messages/schema";
import { members } from "@/lib/mls";
import { driver } from "@/lib/neo4j";
import { block } from "@/lib/moderation/writes";
import { follow } from "@/lib/people/writes";
import { suspend } from "@/testing/staff";
import {
  claim,
  directBetween,
  groupOf,
  inboxOf,
  keepGroup,
  makeCommit,
  makeStart,
  postCommit,
  pull,
  say,
  start,
} from "@/testing/conversing";
import { makeAccount, type TestAccount, type TestDevice } from "@/testing/messaging";

afterAll(() => driver().close());

/** People with KeyPackages who all follow the first one. */
async function circle(count: number, devices = 1): Promise<[TestAccount, ...TestAccount[]]> {
  const [first, ...others] = await Promise.all(Array.from({ length: count }, () => makeAccount(devices)));
  if (!first) throw new Error("nobody");
  await Promise.all(others.map((one) => follow(one.person.id, first.person.id)));
  for (const one of [first, ...others]) for (const device of one.devices) await device.publish(4, true);
  return [first, ...others];
}

async function conversation(device: TestDevice, id: string) {
  const answer = await device.send("GET", `/conversations/${id}`);
  return ConversationAnswer.parse(answer.json).conversation;
}

/** Expects the server's roster to be the one in the group of a device, leaf by leaf. */
async function expectSameTree(device: TestDevice, id: string): Promise<void> {
  const { roster } = await conversation(device, id);
  const own = members(groupOf(device, id)).map(({ accountId, deviceId, leafIndex }) => ({
    account_id: toHex(accountId),
    device_id: toHex(deviceId),
    leaf: leafIndex,
  }));
  expect(roster).toEqual(own);
}

describe("the roster of a group", () => {
  it("has the same leaves as the group's own tree, through adds and removals", async () => {
    const [fern, otter, wren, newt] = await circle(4, 2);
    if (!otter || !wren || !newt) throw new Error("nobody");
    const phone = fern.devices[0];
    const { id } = await start(phone, "group", [fern, otter, wren]);
    await expectSameTree(phone, id);
    const step = async (change: Parameters<typeof makeCommit>[2]) => {
      expect(await postCommit(phone, id, await makeCommit(phone, id, change))).toMatchObject({ status: 200 });
      await expectSameTree(phone, id);
    };
    await step({ remove: [...otter.devices], accounts: [fern, wren] });
    await step({ add: await claim(phone, newt), accounts: [fern, wren, newt] });
    await step({ add: await claim(phone, otter), remove: [...wren.devices], accounts: [fern, otter, newt] });
    const listed = (await conversation(phone, id)).members.map((member) => member.account_id);
    expect(listed.toSorted()).toEqual([fern, otter, newt].map((one) => one.id).toSorted());
    for (const device of [...otter.devices, ...newt.devices]) await pull(device);
    await say(phone, id, "all here");
    expect(await Promise.all([...otter.devices, ...newt.devices].map(pull))).toEqual([
      ["all here"],
      ["all here"],
      ["all here"],
      ["all here"],
    ]);
  });

  it("must be what the commit makes of the group", async () => {
    const [fern, otter, wren] = await circle(3);
    if (!otter || !wren) throw new Error("nobody");
    const phone = fern.devices[0];
    const { id } = await start(phone, "group", [fern, otter]);
    const add = await claim(phone, wren);
    const all = [fern, otter, wren];
    const made = await makeCommit(phone, id, { add, accounts: all });
    const { body } = made;
    const roster = body["roster"] as { account_id: string; device_id: string }[];
    const [first] = roster;
    const wrong: [object, string][] = [
      [{ roster: roster.slice(0, 2) }, "wrong_roster"],
      [{ roster: [...roster, first] }, "wrong_roster"],
      [{ roster: [...roster, { account_id: fern.id, device_id: "0".repeat(32) }] }, "wrong_roster"],
      [{ account_ids: [fern.id, otter.id] }, "wrong_roster"],
      [{ account_ids: [otter.id, wren.id] }, "wrong_roster"],
      [{ welcome: null }, "wrong_welcome"],
      [{ welcome: body["commit"] }, "wrong_kind"],
      [{ commit: body["welcome"] }, "wrong_kind"],
      [{ generation: 1 }, "wrong_group"],
      [{ epoch: 2 }, "wrong_epoch"],
      [{ commit: "AAAA" }, "malformed"],
    ];
    for (const [change, code] of wrong) {
      const answer = await phone.send("POST", `/conversations/${id}/commits`, { ...body, ...change });
      expect(answer).toMatchObject({ status: 422, json: { code } });
    }
    expect((await postCommit(phone, id, made)).status).toBe(200);
  });

  it("cannot be changed in the name of another device", async () => {
    const [fern, otter] = await circle(2, 2);
    const [phone, laptop] = fern.devices;
    if (!otter || !laptop) throw new Error("nobody");
    const { id } = await start(phone, "group", [fern, otter]);
    const { body } = await makeCommit(phone, id, { accounts: [fern, otter] });
    const answer = await laptop.send("POST", `/conversations/${id}/commits`, { ...body, device_id: laptop.id });
    expect(answer).toMatchObject({ status: 422, json: { code: "wrong_sender" } });
  });

  it("lists no device that was removed from the key chain, and names it", async () => {
    const [fern, otter] = await circle(2, 2);
    const laptop = otter?.devices[1];
    const phone = fern.devices[0];
    if (!otter || !laptop) throw new Error("nobody");
    const { id } = await start(phone, "group", [fern, otter]);
    await otter.removeDevice(laptop);
    const accounts = [fern, otter];
    expect(await postCommit(phone, id, await makeCommit(phone, id, { accounts }))).toMatchObject({
      status: 422,
      json: { code: "inactive_device", device_ids: [laptop.id] },
    });
    expect((await postCommit(phone, id, await makeCommit(phone, id, { remove: [laptop], accounts }))).status).toBe(200);
  });
});

describe("a group", () => {
  it("tells removed members of their removal, and nothing later", async () => {
    const [fern, otter, wren] = await circle(3);
    if (!otter || !wren) throw new Error("nobody");
    const [phone, other] = [fern.devices[0], otter.devices[0]];
    const { id } = await start(phone, "group", [fern, otter, wren]);
    await pull(other);
    expect(await other.send("POST", `/conversations/${id}/leave`)).toMatchObject({
      status: 409,
      json: { code: "still_member" },
    });
    await postCommit(phone, id, await makeCommit(phone, id, { remove: [other], accounts: [fern, wren] }));
    await say(phone, id, "without otter");
    expect((await inboxOf(other)).envelopes.map(({ kind, number }) => [kind, number])).toEqual([["commit", 2]]);
    expect((await conversation(other, id)).members.map((one) => one.account_id)).not.toContain(otter.id);
    expect(await conversation(other, id)).toMatchObject({ number: 0, roster: [] });
    const body = { device_id: other.id, counter: 99, generation: 0, epoch: 2, message: "AAAA" };
    expect((await other.send("POST", `/conversations/${id}/messages`, body)).status).toBe(422);
    await pull(other);
    expect((await inboxOf(other)).envelopes).toEqual([]);
    expect((await other.send("POST", `/conversations/${id}/leave`)).status).toBe(200);
    expect((await other.send("GET", `/conversations/${id}`)).status).toBe(404);
  });

  it("has at most 32 people, and nobody can be added across a block", async () => {
    const [fern, otter, wren] = await circle(3);
    if (!otter || !wren) throw new Error("nobody");
    const phone = fern.devices[0];
    const { id } = await start(phone, "group", [fern, otter]);
    await block(wren.person.id, fern.person.id);
    const made = await makeCommit(phone, id, { add: await claim(phone, wren), accounts: [fern, otter, wren] });
    expect(await postCommit(phone, id, made)).toMatchObject({ status: 403, json: { code: "closed" } });
    const many = {
      ...made.body,
      account_ids: Array.from({ length: 33 }, (_, at) => at.toString(16).padStart(32, "0")),
    };
    expect((await phone.send("POST", `/conversations/${id}/commits`, many)).status).toBe(422);
  });

  it("is a request for those whom another member blocks, even if they follow the one who adds them", async () => {
    const [fern, otter, wren] = await circle(3);
    if (!otter || !wren) throw new Error("nobody");
    await block(otter.person.id, wren.person.id);
    const { id } = await start(fern.devices[0], "group", [fern, otter, wren]);
    expect((await conversation(otter.devices[0], id)).state).toBe("request");
    expect((await conversation(wren.devices[0], id)).state).toBe("request");
  });

  it("goes on with a member who is suspended", async () => {
    const [fern, otter, wren] = await circle(3);
    if (!otter || !wren) throw new Error("nobody");
    const phone = fern.devices[0];
    const { id } = await start(phone, "group", [fern, otter, wren]);
    await suspend(wren.person.handle);
    const accounts = [fern, otter, wren];
    expect((await postCommit(phone, id, await makeCommit(phone, id, { accounts }))).status).toBe(200);
    expect((await conversation(phone, id)).members.map((one) => one.account_id)).not.toContain(wren.id);
    await expectSameTree(phone, id);
  });

  it("is replaced by one of the next generation, once, whoever is faster", async () => {
    const [fern, otter] = await circle(2, 2);
    if (!otter) throw new Error("nobody");
    const [phone, other] = [fern.devices[0], otter.devices[0]];
    const { id } = await start(phone, "group", [fern, otter]);
    for (const device of [...fern.devices, ...otter.devices]) await pull(device);
    const both = [phone, other];
    const made: Awaited<ReturnType<typeof makeStart>>[] = [];
    for (const device of both) made.push(await makeStart(device, [fern, otter], { id, generation: 1 }));
    const answers = await Promise.all(
      both.map((device, at) => device.send("POST", `/conversations/${id}/generations`, made[at]?.body)),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const winner = answers.findIndex(({ status }) => status === 200);
    const [device, next] = [both[winner], made[winner]?.next];
    if (!device || !next) throw new Error("nobody won");
    expect(answers[1 - winner]).toMatchObject({ json: { code: "generation_taken" } });
    expect(answers[winner]).toMatchObject({ json: { conversation: { generation: 1, epoch: 1, number: 2 } } });
    // The same request again, as after a lost answer.
    expect((await device.send("POST", `/conversations/${id}/generations`, made[winner]?.body)).status).toBe(200);
    keepGroup(device, id, next);
    await expectSameTree(device, id);
    for (const one of [...fern.devices, ...otter.devices]) if (one !== device) await pull(one);
    await say(device, id, "a new beginning");
    const texts = await Promise.all([...fern.devices, ...otter.devices].filter((one) => one !== device).map(pull));
    expect(texts).toEqual([["a new beginning"], ["a new beginning"], ["a new beginning"]]);
    const skipping = { ...made[winner]?.body, generation: 3, counter: 1_000 };
    expect((await device.send("POST", `/conversations/${id}/generations`, skipping)).status).toBe(422);
  });
});

describe("a conversation", () => {
  it("of two people exists once, also when both begin it at once", async () => {
    const [fern, otter] = await circle(2);
    if (!otter) throw new Error("nobody");
    const begun = await Promise.all([
      start(fern.devices[0], "direct", [fern, otter]),
      start(otter.devices[0], "direct", [otter, fern]),
    ]);
    expect(begun.map(({ answer }) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const there = begun.find(({ answer }) => answer.status === 200)?.id;
    expect(begun.find(({ answer }) => answer.status === 409)?.answer.json).toMatchObject({
      code: "exists",
      conversation_id: there,
    });
  });

  it("is created once when the request is repeated, and its id is not taken by another", async () => {
    const [fern, otter, wren] = await circle(3);
    if (!otter || !wren) throw new Error("nobody");
    const phone = fern.devices[0];
    const { id, body } = await makeStart(phone, [fern, otter]);
    const post = (device: TestDevice, json: object) =>
      device.send("POST", "/conversations", { ...json, kind: "group", conversation_id: id });
    const answers = await Promise.all([post(phone, body), post(phone, body)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await post(phone, body)).status).toBe(200);
    const other = await makeStart(wren.devices[0], [wren, otter], { id });
    expect(await post(wren.devices[0], other.body)).toMatchObject({
      status: 409,
      json: { code: "exists", conversation_id: null },
    });
    expect((await wren.devices[0].send("GET", `/conversations/${id}`)).status).toBe(404);
  });

  it("with oneself begins alone and takes in one's other devices later", async () => {
    const fern = await makeAccount();
    const phone = fern.devices[0];
    const { id, answer } = await start(phone, "self", [fern]);
    expect(answer).toMatchObject({ status: 200, json: { conversation: { epoch: 0, number: 0, members: [{}] } } });
    expect((await start(phone, "self", [fern])).answer).toMatchObject({ status: 409, json: { conversation_id: id } });
    const laptop = await fern.addDevice();
    await laptop.publish(1);
    const add = await claim(phone, fern, [laptop]);
    expect((await postCommit(phone, id, await makeCommit(phone, id, { add, accounts: [fern] }))).status).toBe(200);
    await say(phone, id, "a note", true);
    expect(await pull(laptop)).toEqual(["a note"]);
  });

  it("of two people stays one of two people", async () => {
    const [fern, otter, wren] = await circle(3);
    if (!otter || !wren) throw new Error("nobody");
    const id = await directBetween(fern, otter);
    const phone = fern.devices[0];
    const made = await makeCommit(phone, id, { add: await claim(phone, wren), accounts: [fern, otter, wren] });
    expect(await postCommit(phone, id, made)).toMatchObject({ status: 422, json: { code: "wrong_roster" } });
    const three = await start(phone, "direct", [fern, otter, wren]);
    expect(three.answer).toMatchObject({ status: 422, json: { code: "wrong_roster" } });
  });
});
