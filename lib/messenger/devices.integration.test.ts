import { describe, expect, it } from "vitest";
import { Refused } from "@/lib/messenger/server";
import { twoFriends } from "@/testing/attacked";
import { linkedPocket, openPocket, useKeyLog } from "@/testing/messengers";
import { settleAll, textsOf, type Pocket } from "@/testing/pockets";
import { until } from "@/testing/until";

useKeyLog();

async function say(pocket: Pocket, id: string, ...texts: string[]): Promise<void> {
  for (const text of texts) await pocket.running.messenger.send(id, { text });
  await pocket.running.settle();
}

const phaseOf = async ({ running }: Pocket) => (await running.messenger.state()).phase;

describe("a second device", () => {
  it("that was linked by a code reads and writes everything from then on", async () => {
    const { fern, otter, id } = await twoFriends();
    const laptop = await openPocket(fern.person);
    expect(await laptop.running.messenger.enrol("Laptop")).toMatchObject({ phase: "locked", ways: ["device"] });
    const { code } = await laptop.running.messenger.offerLink();
    expect(await fern.running.messenger.readLink(code)).toMatchObject({ deviceName: "Laptop" });
    await fern.running.messenger.acceptLink(code);
    await until(async () => (await phaseOf(laptop)) === "ready");
    await settleAll(fern, laptop, otter);
    await say(otter, id, "For both of you");
    await settleAll(fern, laptop);
    for (const device of [fern, laptop]) expect(await textsOf(device, id)).toEqual(["For both of you"]);
    await say(laptop, id, "From the laptop");
    await settleAll(otter, fern);
    for (const device of [fern, otter]) expect((await textsOf(device, id)).at(-1)).toBe("From the laptop");
    expect(await fern.running.messenger.devices()).toMatchObject([
      { name: "Phone", signedBy: "genesis", current: true },
      { name: "Laptop", signedBy: "Phone", current: false },
    ]);
    await expect(fern.running.messenger.readLink(code)).rejects.toThrow(/used already/);
    expect([...fern.warnings, ...otter.warnings, ...laptop.warnings]).toEqual([]);
  });

  it("knows what was read and drafted on the first one", async () => {
    const { fern, otter, id } = await twoFriends();
    const laptop = await linkedPocket(fern);
    await settleAll(fern, laptop, otter, laptop);
    await say(otter, id, "Read me");
    await settleAll(fern, laptop);
    expect(await laptop.running.messenger.conversation(id)).toMatchObject({ unread: 1 });
    await fern.running.messenger.markRead(id);
    await fern.running.messenger.setDraft(id, "I was about to");
    await settleAll(fern, laptop);
    expect(await laptop.running.messenger.conversation(id)).toMatchObject({ unread: 0, draft: "I was about to" });
  });

  it("that is removed reads nothing any more, and knows it", async () => {
    const { fern, otter, id } = await twoFriends();
    const laptop = await linkedPocket(fern);
    await settleAll(fern, laptop, otter);
    const { deviceId } = laptop.running.engine.store.get("device") ?? {};
    await fern.running.messenger.removeDevice(deviceId ?? "");
    await settleAll(fern, otter);
    await say(otter, id, "Without the laptop");
    await settleAll(fern);
    expect(await textsOf(fern, id)).toEqual(["Without the laptop"]);
    expect(await fern.running.messenger.devices()).toHaveLength(1);
    // Its session was ended with it. Signed in again, it finds out that it is no device of the account any more.
    const { server } = laptop.running.engine;
    await until(async () => {
      const refused = await server.get("account").catch((error: unknown) => error);
      return refused instanceof Refused && refused.status === 401;
    });
    const again = await openPocket(fern.person, laptop.values);
    again.running.nudge(null);
    await until(async () => (await phaseOf(again)) === "removed");
    await expect(again.running.messenger.send(id, { text: "Still here" })).rejects.toThrow(/not set up/);
  });
});

describe("history", () => {
  it("comes back on a new device by the words alone, and the conversation goes on", async () => {
    const { fern, otter, id } = await twoFriends();
    await say(fern, id, "Before the words");
    await settleAll(otter);
    const words = await fern.running.messenger.newWords();
    expect(words).toHaveLength(24);
    await fern.running.messenger.keepWords(words);
    await say(otter, id, "After the words");
    await settleAll(fern, otter, fern);
    await fern.running.engine.pull();
    fern.running.nudge(null);
    await fern.running.settle();

    // The phone is lost: only the words are left.
    const found = await openPocket(fern.person);
    expect(await found.running.messenger.enrol("New phone")).toMatchObject({
      phase: "locked",
      ways: ["words", "device"],
    });
    await expect(found.running.messenger.unlockWithWords(await found.running.messenger.newWords())).rejects.toThrow(
      /not the words/,
    );
    await expect(found.running.messenger.unlockWithWords(["otter"])).rejects.toThrow(/One of the words/);
    await found.running.messenger.unlockWithWords(words);
    expect(await phaseOf(found)).toBe("ready");
    found.running.nudge(null);
    await found.running.settle();
    expect(await textsOf(found, id)).toEqual(["Before the words", "After the words"]);
    expect(await found.running.messenger.conversations()).toMatchObject({ open: [{ id, unread: 0 }] });

    // Otter's device looks at Fern's keys again after a minute.
    otter.ahead += 61_000;
    await say(otter, id, "Welcome back");
    await settleAll(found, otter, found);
    expect((await textsOf(found, id)).at(-1)).toBe("Welcome back");
    await say(found, id, "Thank you");
    await settleAll(otter);
    expect((await textsOf(otter, id)).at(-1)).toBe("Thank you");
  });

  it("comes to a linked device from the archive, and a passkey opens it too", async () => {
    const { fern, otter, id } = await twoFriends();
    await say(fern, id, "One", "Two");
    await settleAll(otter);
    const prf = crypto.getRandomValues(new Uint8Array(32));
    await fern.running.messenger.keepPasskey("passkey-1", prf);
    fern.running.nudge(null);
    await fern.running.settle();
    const laptop = await linkedPocket(fern);
    laptop.running.nudge(null);
    await laptop.running.settle();
    expect(await textsOf(laptop, id)).toEqual(["One", "Two"]);

    // After a removal the passkey opens what is archived under the new key too.
    const { deviceId } = laptop.running.engine.store.get("device") ?? {};
    await fern.running.messenger.removeDevice(deviceId ?? "");
    await settleAll(fern, otter);
    await say(fern, id, "Three");
    fern.running.nudge(null);
    await settleAll(fern, otter);
    const other = await openPocket(fern.person);
    expect(await other.running.messenger.enrol("Tablet")).toMatchObject({ phase: "locked", passkeys: ["passkey-1"] });
    await expect(other.running.messenger.unlockWithPasskey("passkey-1", new Uint8Array(32))).rejects.toThrow(
      /does not open/,
    );
    await other.running.messenger.unlockWithPasskey("passkey-1", prf);
    other.running.nudge(null);
    await other.running.settle();
    expect(await textsOf(other, id)).toEqual(["One", "Two", "Three"]);
  });

  it("has no record that was moved or made up by the server", async () => {
    const { fern, otter, id } = await twoFriends();
    await say(fern, id, "first", "second");
    await settleAll(otter);
    const words = await fern.running.messenger.newWords();
    await fern.running.messenger.keepWords(words);
    fern.running.nudge(null);
    await fern.running.settle();
    const found = await openPocket(fern.person);
    await found.running.messenger.enrol("New phone");
    found.lie = (_, path, answer) => {
      if (path !== "archive/records") return answer;
      const { records, next } = answer.body as { records: { id: string; body: string }[]; next: null };
      const moved = records.slice(0, 1).map((record) => ({ ...record, id: "0".repeat(32) }));
      const changed = records.slice(1).map((record) => ({ ...record, body: `${record.body.slice(0, -4)}AAAA` }));
      return { ...answer, body: { records: [...moved, ...records.slice(1), ...changed], next } };
    };
    await found.running.messenger.unlockWithWords(words);
    found.running.nudge(null);
    await found.running.settle();
    expect(await textsOf(found, id)).toEqual(["first"]);
  });

  it("is counted by the devices, so that they notice when the server loses some of it", async () => {
    const { fern, otter, id } = await twoFriends();
    await say(fern, id, "first", "second");
    await settleAll(otter);
    await fern.running.messenger.keepWords(await fern.running.messenger.newWords());
    fern.running.nudge(null);
    await fern.running.settle();
    expect(await fern.running.messenger.state()).toMatchObject({ archive: { enabled: true, missing: 0 } });
    fern.lie = (_, path, answer) =>
      path === "archive" ? { ...answer, body: { ...(answer.body as object), count: 1 } } : answer;
    fern.ahead = 3_700_000;
    fern.running.nudge(null);
    await fern.running.settle();
    expect(await fern.running.messenger.state()).toMatchObject({ archive: { missing: 1 } });
  });

  it("is gone from the server when the archive is switched off", async () => {
    const { fern, otter, id } = await twoFriends();
    await say(fern, id, "Kept for a while");
    await settleAll(otter);
    await fern.running.messenger.keepWords(await fern.running.messenger.newWords());
    fern.running.nudge(null);
    await fern.running.settle();
    expect(await fern.running.engine.server.get("archive")).toMatchObject({ enabled: true, count: 1 });
    await fern.running.messenger.setArchive(false);
    expect(await fern.running.engine.server.get("archive")).toMatchObject({ enabled: false, count: 0 });
    expect(await fern.running.messenger.state()).toMatchObject({ archive: { enabled: false, ways: ["words"] } });
  });
});

describe("a reset", () => {
  it("is announced to the old device, which can stop it", async () => {
    const { fern } = await twoFriends();
    const fresh = await openPocket(fern.person);
    await fresh.running.messenger.enrol("Fresh");
    expect(await fresh.running.messenger.startReset()).toMatchObject({ phase: "locked", resetAt: expect.any(Number) });
    fern.running.nudge(null);
    await fern.running.settle();
    expect(await fern.running.messenger.state()).toMatchObject({
      log: { alarms: [{ kind: "own_keys", code: "reset_pending" }] },
    });
    await expect(fresh.running.messenger.completeReset()).rejects.toThrow(/reset_too_early/);
    await fern.running.messenger.vetoReset();
    expect(await fern.running.messenger.state()).toMatchObject({ log: { alarms: [] } });
  });
});
