import { beforeAll, describe, expect, it } from "vitest";
import { twoFriends } from "@/testing/attacked";
import { useKeyLog } from "@/testing/messengers";
import { settleAll, textsOf, type Fate, type Pocket } from "@/testing/pockets";

useKeyLog();
let fern: Pocket;
let otter: Pocket;
let id: string;
beforeAll(async () => {
  ({ fern, otter, id } = await twoFriends());
});

/** The next request with this path meets this fate, and everything after it is lost until the device is opened again. */
function dieAt(pocket: Pocket, part: RegExp, fate: Fate): void {
  let isDead = false;
  pocket.fate = (method, path) => {
    if (isDead) return "lost";
    if (method === "GET" || !part.test(path)) return "pass";
    isDead = true;
    return fate;
  };
}

/** Has a device renew its keys before it sends the next message, as it does every day. */
async function makeOld({ running }: Pocket): Promise<void> {
  const record = running.engine.store.get(`conversation/${id}`);
  if (!record) throw new Error("no conversation");
  await running.engine.store.write(new Map([[`conversation/${id}`, { ...record, committedAt: 0 }]]));
}

async function sendAndCrash(pocket: Pocket, text: string): Promise<void> {
  await pocket.running.messenger.send(id, { text });
  await pocket.running.settle().catch(() => undefined);
  await pocket.reopen();
}

describe("a device that dies", () => {
  for (const [when, fate] of [
    ["before its message arrives", "lost"],
    ["before the answer to its message arrives", "unanswered"],
  ] as const) {
    it(`${when} sends it exactly once when it is opened again`, async () => {
      const text = `dies ${when}`;
      dieAt(fern, /\/messages$/, fate);
      await sendAndCrash(fern, text);
      expect((await fern.running.messenger.messages(id, { limit: 1 })).messages).toMatchObject([
        { text, status: "sending" },
      ]);
      await settleAll(fern, otter);
      for (const device of [fern, otter]) {
        expect((await textsOf(device, id)).filter((one) => one === text)).toEqual([text]);
      }
      expect((await fern.running.messenger.messages(id, { limit: 1 })).messages).toMatchObject([{ status: "sent" }]);
    });

    it(`${when.replace("message", "commit")} goes on in the right epoch`, async () => {
      const text = `commit: ${when}`;
      await makeOld(fern);
      dieAt(fern, /\/commits$/, fate);
      await sendAndCrash(fern, text);
      await settleAll(fern, otter);
      expect((await textsOf(otter, id)).at(-1)).toBe(text);
      await otter.running.messenger.send(id, { text: `answer to ${text}` });
      await settleAll(otter, fern);
      expect((await textsOf(fern, id)).at(-1)).toBe(`answer to ${text}`);
      expect([...fern.warnings, ...otter.warnings]).toEqual([]);
    });
  }

  it("while it receives loses nothing, and shows nothing twice", async () => {
    for (const text of ["one", "two", "three"]) await otter.running.messenger.send(id, { text });
    await otter.running.settle();
    dieAt(fern, /inbox\/ack/, "lost");
    await fern.running.settle().catch(() => undefined);
    await fern.reopen();
    await settleAll(fern);
    expect((await textsOf(fern, id)).slice(-3)).toEqual(["one", "two", "three"]);
    expect(fern.warnings).toEqual([]);
  });
});

describe("two devices that commit and write at once", () => {
  it("agree on one order, and lose nothing", async () => {
    for (let round = 0; round < 3; round += 1) {
      for (const pocket of [fern, otter]) await makeOld(pocket);
      await Promise.all([
        fern.running.messenger.send(id, { text: `fern ${round}` }),
        otter.running.messenger.send(id, { text: `otter ${round}` }),
      ]);
      await Promise.all([fern.running.settle(), otter.running.settle()]);
      await settleAll(fern, otter);
    }
    const [left, right] = [await textsOf(fern, id), await textsOf(otter, id)];
    expect(left).toEqual(right);
    for (let round = 0; round < 3; round += 1)
      expect(left).toEqual(expect.arrayContaining([`fern ${round}`, `otter ${round}`]));
    expect([...fern.warnings, ...otter.warnings]).toEqual([]);
  });

  it("keep what was written offline, in its order", async () => {
    fern.fate = () => "lost";
    const texts = ["first offline", "second offline", "third offline"];
    for (const text of texts) await fern.running.messenger.send(id, { text });
    await fern.running.settle().catch(() => undefined);
    await fern.reopen();
    expect((await textsOf(fern, id)).slice(-3)).toEqual(texts);
    await otter.running.messenger.send(id, { text: "meanwhile" });
    await settleAll(otter, fern, otter);
    expect((await textsOf(otter, id)).filter((text) => text.includes("offline"))).toEqual(texts);
    expect((await textsOf(fern, id)).toSorted()).toEqual((await textsOf(otter, id)).toSorted());
  });
});

describe("a message", () => {
  it("can be answered, changed, taken back and reacted to", async () => {
    const { messenger } = fern.running;
    const first = await messenger.send(id, { text: "Look at this" });
    await settleAll(fern, otter);
    await otter.running.messenger.react(id, first, "🦦");
    const answer = await otter.running.messenger.send(id, { text: "Where?", replyTo: first });
    await settleAll(otter, fern);
    await messenger.edit(id, first, "Look at that");
    expect(await messenger.messages(id, { limit: 2 })).toMatchObject({
      messages: [{ text: "Look at that", edited: true }, {}],
    });
    await settleAll(fern, otter);
    for (const device of [fern, otter]) {
      const { messages } = await device.running.messenger.messages(id, { limit: 2 });
      expect(messages).toMatchObject([
        { id: first, text: "Look at that", edited: true, reactions: [{ emoji: "🦦", count: 1 }] },
        { id: answer, replyTo: { id: first, text: "Look at that" } },
      ]);
    }
    await otter.running.messenger.react(id, first, null);
    await messenger.remove(id, first);
    await settleAll(otter, fern, otter);
    for (const device of [fern, otter]) {
      const { messages } = await device.running.messenger.messages(id, { limit: 2 });
      expect(messages[0]).toMatchObject({ kind: "deleted", text: "", reactions: [] });
    }
    await expect(otter.running.messenger.edit(id, first, "Mine now")).rejects.toThrow(
      /Somebody else wrote this|no longer/,
    );
  });

  it("is counted as unread until it was read on any device", async () => {
    await otter.running.messenger.send(id, { text: "Unread" });
    await settleAll(otter, fern);
    expect((await fern.running.messenger.conversation(id)).unread).toBeGreaterThan(0);
    expect(fern.running.unread()).toMatchObject({ conversationIds: [id] });
    await fern.running.messenger.markRead(id);
    expect(await fern.running.messenger.conversation(id)).toMatchObject({
      unread: 0,
      last: { text: "Unread", mine: false },
    });
    expect(fern.running.unread()).toMatchObject({ conversationIds: [] });
  });

  it("can be found on the device by its words", async () => {
    await fern.running.messenger.send(id, { text: "The heron stands in the reeds" });
    expect(await fern.running.messenger.search("HERON")).toMatchObject([
      { message: { text: "The heron stands in the reeds" } },
    ]);
    expect(await fern.running.messenger.search("kingfisher")).toEqual([]);
  });
});
