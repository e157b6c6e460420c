import { describe, expect, it } from "vitest";
import { announceEncrypted } from "@/lib/realtime/writes";
import { mute } from "@/lib/moderation/writes";
import { directBetween, inboxOf, makeMessage, pull, say } from "@/testing/conversing";
import { makeAccount } from "@/testing/messaging";
import { makeToken } from "@/testing/people";
import { until } from "@/testing/until";
import { pushFixture } from "@/sidecar/testing/push-fixture";
import { bark, sidecarFixture } from "@/sidecar/testing/sidecar-fixture";

const { connect } = sidecarFixture();
const { addBrowser } = pushFixture();

describe("devices that are connected", () => {
  it("are told at once of what there is to fetch, with a cursor", async () => {
    const [fern, otter] = await Promise.all([makeAccount(), makeAccount()]);
    const id = await directBetween(fern, otter);
    const device = await connect(otter.person.id, otter.token);
    const own = await connect(fern.person.id, fern.token);
    const times: number[] = [];
    for (let at = 0; at < 20; at += 1) {
      const body = await makeMessage(fern.devices[0], id, `${at}`);
      await fern.devices[0].send("POST", `/conversations/${id}/messages`, body);
      const answered = performance.now();
      await device.hears(at + 1);
      times.push(performance.now() - answered);
    }
    expect(device.heard.map(({ event, conversation, number }) => [event, conversation, number])).toEqual(
      Array.from({ length: 20 }, (_, at) => ["e2ee", id, at + 2]),
    );
    expect(device.heard[0]?.cursor).toMatch(/^\d+-\d+$/);
    await until(() => own.heard.length === 20);
    const median = times.toSorted((a, b) => a - b)[10] ?? 0;
    console.log(`told of a message ${median.toFixed(1)} ms after its sender (median)`);
    expect(await pull(otter.devices[0])).toHaveLength(20);
    announceEncrypted([otter.person.id], { conversation_id: null, number: null });
    await device.hears(21);
    expect(device.heard[20]).toMatchObject({ event: "e2ee", conversation: null, number: null });
  });

  it("hear of messages that they missed when they come back with their cursor", async () => {
    const [fern, otter] = await Promise.all([makeAccount(), makeAccount()]);
    const id = await directBetween(fern, otter);
    const first = await connect(otter.person.id, otter.token);
    await say(fern.devices[0], id, "1");
    const [heard] = await first.hears(1);
    first.stop();
    await say(fern.devices[0], id, "2");
    const again = await connect(otter.person.id, otter.token, heard?.cursor);
    await again.hears(1);
    expect(again.heard).toMatchObject([{ event: "e2ee", conversation: id, number: 3 }]);
  });

  it("hear only of messages with the scope for them, and of nothing else", async () => {
    const [fern, otter] = await Promise.all([makeAccount(), makeAccount()]);
    const id = await directBetween(fern, otter);
    const only = await connect(otter.person.id, (await makeToken(otter.person.id, ["messages"])).token);
    const others = await connect(otter.person.id, (await makeToken(otter.person.id, ["read", "write"])).token);
    await bark(otter.person.id, "A bark of one's own");
    await others.hears(1);
    await say(fern.devices[0], id, "Hello");
    await only.hears(1);
    await bark(otter.person.id, "Another");
    await others.hears(2);
    expect(only.heard.map(({ event }) => event)).toEqual(["e2ee"]);
    expect(others.heard.map(({ event }) => event)).toEqual(["bark", "bark"]);
  });
});

describe("a push about a message", () => {
  it("says that there is one, and nothing else, to devices that want it", async () => {
    const [fern, otter] = await Promise.all([makeAccount(), makeAccount()]);
    const id = await directBetween(fern, otter);
    const [wants, not] = [await addBrowser(otter.person.id), await addBrowser(otter.person.id, { types: ["mention"] })];
    await say(fern.devices[0], id, "A secret");
    const [message] = await wants.browser.receives(1);
    expect(message?.payload).toMatchObject({
      title: "New message",
      body: "Open Barker to read it.",
      address: "/messages",
      tag: "messages",
      notification_type: "message",
    });
    for (const inside of ["A secret", fern.person.handle, id]) expect(message?.text).not.toContain(inside);
    expect(not.browser.received).toEqual([]);
  });

  it("is not sent for silent messages, muted conversations and muted people, nor after it was fetched", async () => {
    const [fern, otter] = await Promise.all([makeAccount(), makeAccount()]);
    const id = await directBetween(fern, otter);
    const { browser } = await addBrowser(otter.person.id);
    const [phone, other] = [fern.devices[0], otter.devices[0]];
    await say(phone, id, "silent", true);
    await other.send("PUT", `/conversations/${id}`, { muted: true });
    await say(phone, id, "in a muted conversation");
    await other.send("PUT", `/conversations/${id}`, { muted: false });
    await mute(otter.person.id, fern.person.id, { duration: 0, notifications: true });
    await say(phone, id, "of a muted person");
    expect((await inboxOf(other)).envelopes).toHaveLength(3);
    const [wren, newt] = await Promise.all([makeAccount(), makeAccount()]);
    const heard = await addBrowser(newt.person.id);
    await say(wren.devices[0], await directBetween(wren, newt), "Hello");
    // Pushes are sent in the order in which they fall due.
    await heard.browser.receives(1);
    expect(browser.received).toEqual([]);
  });
});
