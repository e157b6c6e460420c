import { describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "@/lib/bytes/encoding";
import type { ServerEnvelope } from "@/lib/messenger/wire";
import { ownDevice } from "@/lib/messenger/engine";
import { credentialUri, encrypt } from "@/lib/mls";
import { alarmsOf, noticesOf } from "@/testing/attacked";
import { craft, groupOf, randomHex, twoAt } from "@/testing/attackers";
import { E2eeServer } from "@/testing/e2ee-server";
import { settleAll, textsOf, type Pocket } from "@/testing/pockets";
import { seeded } from "@/lib/seeded";

const text = (said: string) => ({ kind: "text" as const, text: said, attachments: [] });
type Inbox = { envelopes: ServerEnvelope[]; more: boolean };

/** Has the server change what waits for a device. */
function rewrite(pocket: Pocket, change: (envelopes: ServerEnvelope[]) => ServerEnvelope[]): void {
  pocket.lie = (_, path, answer) => {
    if (path !== "inbox") return answer;
    const { envelopes, more } = answer.body as Inbox;
    return { ...answer, body: { envelopes: change(envelopes), more } };
  };
}

describe("a member of a conversation", () => {
  it("can write neither in somebody else's name, nor for another room, nor without a tag that holds", async () => {
    const server = await E2eeServer.start();
    const { fern, otter, id } = await twoAt(server);
    let group = await groupOf(otter, id);
    const place = { id, content: text("Forged") };
    const lies = [
      { sender: credentialUri(ownDevice(fern.running.engine).identity) },
      { room: `mimi://town.example/r/${randomHex()}` },
      { tag: crypto.getRandomValues(new Uint8Array(32)) },
      { tag: new Uint8Array() },
    ];
    for (const lie of lies) ({ next: group } = await craft(otter, group, place, lie));
    ({ next: group } = await craft(otter, group, place, { bytes: crypto.getRandomValues(new Uint8Array(200)) }));
    await craft(otter, group, { id, content: text("Honest") });
    await settleAll(fern);
    expect(await textsOf(fern, id)).toEqual(["Honest"]);
    expect(await noticesOf(fern, id)).toEqual([expect.stringMatching(/names another sender|malformed/)]);
  });

  it("can put nothing that is refused in place of the last words in the list", async () => {
    const server = await E2eeServer.start();
    const { fern, otter, id } = await twoAt(server);
    const { next } = await craft(otter, await groupOf(otter, id), { id, content: text("Honest") });
    await craft(otter, next, { id, content: text("Forged") }, { tag: new Uint8Array() });
    await settleAll(fern);
    const { messenger } = fern.running;
    expect((await messenger.conversation(id)).last).toMatchObject({ text: "Honest" });
    expect((await messenger.messages(id, { limit: 10 })).messages.at(-1)).toMatchObject({
      kind: "notice",
      status: "failed",
    });
  });

  it("can change neither what somebody else wrote nor their reactions", async () => {
    const server = await E2eeServer.start();
    const { fern, otter, id } = await twoAt(server);
    const said = await fern.running.messenger.send(id, { text: "Mine" });
    await settleAll(fern, otter);
    await fern.running.messenger.react(id, said, "🦦");
    await settleAll(fern, otter);
    const replaces = fromBase64Url(toBase64Url(Buffer.from(said, "hex")));
    const [reaction] = Object.values(
      fern.running.engine.store.get(`message/${id}/${said}` as `message/${string}`)?.reactions ?? {},
    );
    let group = await groupOf(otter, id);
    for (const content of [
      { kind: "edit" as const, replaces, text: "Forged", attachments: [] },
      { kind: "delete" as const, replaces },
      { kind: "delete" as const, replaces: new Uint8Array(Buffer.from(reaction?.id ?? "", "hex")) },
    ]) {
      ({ next: group } = await craft(otter, group, { id, content }));
    }
    await settleAll(fern, otter);
    const { messages } = await fern.running.messenger.messages(id, { limit: 5 });
    expect(messages).toMatchObject([{ text: "Mine", edited: false, reactions: [{ emoji: "🦦", count: 1 }] }]);
  });
});

describe("messages", () => {
  it("that were cut, or are of another conversation, become a notice, and the others are read", async () => {
    const server = await E2eeServer.start();
    const { fern, otter, id } = await twoAt(server);
    const group = await fern.running.messenger.create(["otter"], "Pond");
    await settleAll(fern, otter);
    for (const said of ["one", "two", "three"]) await fern.running.messenger.send(id, { text: said });
    await fern.running.messenger.send(group, { text: "Only in the group" });
    await fern.running.settle();
    rewrite(otter, (envelopes) => {
      const moved = envelopes.find((envelope) => envelope.conversation_id === group && envelope.kind === "message");
      const messages = envelopes.filter((one) => one.conversation_id === id && one.kind === "message");
      return envelopes.map((one) => {
        if (one === messages[0]) return { ...one, payload: toBase64Url(fromBase64Url(one.payload).slice(0, -9)) };
        return one === messages[1] && moved ? { ...one, payload: moved.payload } : one;
      });
    });
    await settleAll(otter);
    expect(await textsOf(otter, id)).toEqual(["three"]);
    expect(await noticesOf(otter, id)).toEqual([expect.stringMatching(/could not be decrypted/)]);
  });

  it("that a server repeats under new numbers are shown once, and the next ones are read", async () => {
    const server = await E2eeServer.start();
    const { fern, otter, id } = await twoAt(server);
    await fern.running.messenger.send(id, { text: "Once" });
    await fern.running.settle();
    rewrite(otter, (envelopes) =>
      envelopes.flatMap((one) => [one, { ...one, number: one.number + 0.25 }, { ...one, number: one.number + 0.5 }]),
    );
    await settleAll(otter);
    otter.lie = null;
    await fern.running.messenger.send(id, { text: "Twice" });
    await settleAll(fern, otter);
    expect(await textsOf(otter, id)).toEqual(["Once", "Twice"]);
    expect(await noticesOf(otter, id)).toEqual([]);
  });

  it("in any of 100 orders, and after a gap of 1,000, are all read", async () => {
    const server = await E2eeServer.start();
    const { fern, otter, id } = await twoAt(server);
    const random = seeded(7);
    let group = await groupOf(otter, id);
    // Encrypted and never sent, or withheld by the server.
    for (let lost = 0; lost < 1_000; lost += 1) {
      ({ next: group } = await encrypt(group, new Uint8Array(1), new Uint8Array(32)));
    }
    const texts: string[] = [];
    for (let at = 0; at < 100; at += 1) {
      texts.push(`message ${at}`);
      ({ next: group } = await craft(otter, group, { id, content: text(`message ${at}`) }));
    }
    let order: ServerEnvelope[] = [];
    rewrite(fern, (envelopes) => {
      order = envelopes
        .map((one) => ({ one, place: random() }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ one }) => one);
      const from = Math.min(...envelopes.map(({ number }) => number));
      return order.map((one, at) => ({ ...one, number: from + at }));
    });
    await settleAll(fern);
    expect((await textsOf(fern, id)).toSorted()).toEqual(texts.toSorted());
    expect(await noticesOf(fern, id)).toEqual([]);
    expect(await alarmsOf(fern)).toEqual([]);
  });

  it("go on in a new group after a commit that was forged on its way, and nothing that follows is lost", async () => {
    const server = await E2eeServer.start();
    const { fern, otter, id } = await twoAt(server);
    const record = fern.running.engine.store.get(`conversation/${id}`);
    if (!record) throw new Error("no conversation");
    await fern.running.engine.store.write(new Map([[`conversation/${id}`, { ...record, committedAt: 0 }]]));
    await fern.running.messenger.send(id, { text: "After a commit" });
    await fern.running.settle();
    rewrite(otter, (envelopes) =>
      envelopes.map((one) => {
        if (one.kind !== "commit") return one;
        const bytes = fromBase64Url(one.payload);
        bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
        return { ...one, payload: toBase64Url(bytes) };
      }),
    );
    await settleAll(otter);
    otter.lie = null;
    expect(await noticesOf(otter, id)).toEqual(
      expect.arrayContaining([expect.stringMatching(/change of this conversation was refused/)]),
    );
    await otter.running.messenger.send(id, { text: "What was that?" });
    await settleAll(otter, fern);
    await fern.running.messenger.send(id, { text: "Nothing" });
    await settleAll(fern, otter);
    for (const pocket of [fern, otter]) {
      expect((await textsOf(pocket, id)).slice(-2)).toEqual(["What was that?", "Nothing"]);
    }
  });
});
