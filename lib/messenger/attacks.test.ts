import { describe, expect, it } from "vitest";
import { toHex } from "@/lib/bytes/encoding";
import { addDevice } from "@/lib/keychain/build";
import { encodeEntry, signEntry } from "@/lib/keychain/entry";
import { signerFromSeed } from "@/lib/keychain/signing";
import type { TransportAnswer } from "@/lib/messenger/ports";
import { checkClaims, scan } from "@/lib/messenger/monitor";
import { E2eeServer } from "@/testing/e2ee-server";
import { openDevice, settleAll, textsOf, type Pocket } from "@/testing/pockets";

async function enrolled(server: E2eeServer, name: string): Promise<Pocket> {
  const pocket = await openDevice({ id: name, handle: name }, server.transport(name));
  await pocket.running.messenger.enrol("Phone");
  await pocket.running.settle();
  return pocket;
}

async function twoFriends() {
  const server = await E2eeServer.start();
  const [fern, otter] = [await enrolled(server, "fern"), await enrolled(server, "otter")];
  const id = await fern.running.messenger.create(["otter"], null);
  await settleAll(fern, otter);
  return { server, fern, otter, id };
}

const accountOf = ({ running }: Pocket) => running.engine.store.get("device")?.accountId ?? "";

/** Changes the body of answers whose path ends like this, or begins so if it ends with a slash. */
function lieAbout(pocket: Pocket, part: string, change: (body: never) => unknown): void {
  pocket.lie = (_, path, answer): TransportAnswer =>
    (part.endsWith("/") ? path.startsWith(part) : path.endsWith(part)) && answer.status === 200
      ? { ...answer, body: change(structuredClone(answer.body) as never) }
      : answer;
}

const alarmsOf = async ({ running }: Pocket) => {
  const state = await running.messenger.state();
  return state.phase === "ready" ? state.log.alarms.map(({ kind, code }) => `${kind}: ${code}`) : [];
};

interface Envelopes {
  envelopes: { number: number; kind: string; payload: string }[];
}

describe("a device notices when the server", () => {
  it("names another account for a person, and creates no conversation with it", async () => {
    const server = await E2eeServer.start();
    const [fern, mallory] = [await enrolled(server, "fern"), await enrolled(server, "mallory")];
    await enrolled(server, "otter");
    const wrong = mallory.running.engine.store.get("device")?.accountId;
    lieAbout(fern, "people/", (body: object) => ({ ...body, account_id: wrong }));
    await expect(fern.running.messenger.create(["otter"], null)).rejects.toThrow(/check of the keys/);
    // Also when it says that this account is that person's.
    fern.lie = (_, path, answer) => {
      const body = answer.body as { account?: { id: string; acct: string } };
      if (path.includes("people/")) return { ...answer, body: { ...body, account_id: wrong } };
      if (!path.includes("accounts/") || !body.account) return answer;
      return {
        ...answer,
        body: { ...body, account: { ...body.account, id: "otter", acct: "otter" } },
      };
    };
    await expect(fern.running.messenger.create(["otter"], null)).rejects.toThrow(/check of the keys/);
    expect((await fern.running.messenger.conversations()).open).toEqual([]);
  });

  it("gives out the keys of another device", async () => {
    const server = await E2eeServer.start();
    const [fern, mallory] = [await enrolled(server, "fern"), await enrolled(server, "mallory")];
    await enrolled(server, "otter");
    const theirs = mallory.running.engine.store.get("device");
    const stolen = await fern.running.engine.server.post<{ packages: unknown[] }>("key_packages/claim", {
      device_id: fern.running.engine.store.get("device")?.deviceId,
      account_id: theirs?.accountId,
      devices: [theirs?.deviceId],
    });
    lieAbout(fern, "claim", () => stolen);
    await expect(fern.running.messenger.create(["otter"], null)).rejects.toThrow(/keys of another device/);
    expect((await fern.running.messenger.conversations()).open).toEqual([]);
  });

  it("shows an old state of the log again", async () => {
    const { server, fern, otter, id } = await twoFriends();
    const old: TransportAnswer[] = [];
    fern.lie = (_, path, answer) => {
      if (path === "lookup") old.push(structuredClone(answer));
      return answer;
    };
    const own = accountOf(fern);
    await fern.running.engine.log.lookUp(own);
    await enrolled(server, "maple");
    fern.lie = null;
    await fern.running.engine.log.lookUp(own);
    fern.lie = (_, path, answer) => (path === "lookup" ? (old[0] ?? answer) : answer);
    await expect(fern.running.engine.log.lookUp(own)).rejects.toThrow(/check of the keys/);
    expect(await alarmsOf(fern)).toEqual(["log: rolled_back"]);
    await fern.running.messenger.send(id, { text: "Not over this log" });
    await fern.running.settle();
    await settleAll(otter);
    expect(await textsOf(otter, id)).toEqual([]);
    expect(await fern.running.messenger.conversation(id)).toMatchObject({ blocked: true });
    expect(await fern.running.messenger.evidence("log-rolled_back")).toContain("checkpoint");
  });

  it("freezes the log, and goes on when it is current again", async () => {
    const { fern } = await twoFriends();
    const own = accountOf(fern);
    fern.ahead = 25 * 3_600_000;
    await expect(fern.running.engine.log.lookUp(own)).rejects.toThrow(/check of the keys/);
    expect(await alarmsOf(fern)).toEqual(["log: frozen"]);
    fern.ahead = 0;
    await fern.running.engine.log.lookUp(own);
    expect(await alarmsOf(fern)).toEqual([]);
  });

  it("changes what is in the log", async () => {
    const { fern } = await twoFriends();
    const log = fern.running.engine.store.get("log");
    if (!log) throw new Error("no log");
    await fern.running.engine.store.write(new Map([["log", { ...log, scanned: Math.max(0, log.size - 3) }]]));
    lieAbout(fern, "tile/entries/", (bytes: Uint8Array) =>
      bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte)),
    );
    await scan(fern.running.engine);
    expect(await alarmsOf(fern)).toEqual(["log: entries"]);
  });
});

describe("keys", () => {
  it("of a device that no device of the account signed in are not written to", async () => {
    const { server, fern, otter, id } = await twoFriends();
    const ghost = signerFromSeed(crypto.getRandomValues(new Uint8Array(32)));
    const account = server.accounts.get(accountOf(fern));
    if (!account) throw new Error("no account");
    const device = { deviceId: crypto.getRandomValues(new Uint8Array(16)), sigKey: ghost.publicKey };
    const entry = await signEntry(addDevice(account.state, { device, timeMs: Date.now() }), [ghost]);
    await server.append(account.id, encodeEntry(entry));
    otter.ahead = 61_000;
    await otter.running.messenger.send(id, { text: "Not to a ghost" });
    await settleAll(otter, fern);
    expect(await alarmsOf(otter)).toEqual(["log: unauthorised"]);
    expect(await textsOf(fern, id)).toEqual([]);
    await expect(fern.running.engine.log.lookUp(accountOf(fern))).rejects.toThrow(/check of the keys/);
    expect(await alarmsOf(fern)).toEqual(["own_keys: unauthorised"]);
  });

  it("that were reset stop the conversation until the contact's new keys are accepted", async () => {
    const { server, fern, otter, id } = await twoFriends();
    const fresh = await openDevice(fern.person, server.transport("fern"));
    await fresh.running.messenger.enrol("Fresh");
    await fresh.running.messenger.startReset();
    const account = server.accounts.get(accountOf(fern));
    if (!account?.state.pendingReset) throw new Error("no reset");
    const past = 73 * 3_600_000;
    fresh.ahead = past;
    server.ahead = past;
    await server.log.publish(Date.now() + past);
    await fresh.running.messenger.completeReset();
    await fresh.running.settle();
    otter.ahead = past + 61_000;
    await otter.running.messenger.send(id, { text: "Are you still Fern?" });
    await settleAll(otter, fresh);
    expect(await alarmsOf(otter)).toEqual(["contact_reset: reset"]);
    expect(await otter.running.messenger.conversation(id)).toMatchObject({ blocked: true });
    const state = await otter.running.messenger.state();
    const [alarm] = state.phase === "ready" ? state.log.alarms : [];
    await otter.running.messenger.acceptAlarm(alarm?.id ?? "");
    await settleAll(otter, fresh);
    expect(await textsOf(fresh, id)).toEqual(["Are you still Fern?"]);
  });

  it("of two worlds are found out by the messages between them", async () => {
    const { server, fern, otter, id } = await twoFriends();
    // From here on, Otter is shown another continuation of the log than Fern, both signed and witnessed.
    server.logs.set("otter", await server.log.fork());
    await server.log.publish(Date.now());
    await server.log.publish(Date.now());
    await server.logs.get("otter")?.publish(Date.now() + 1);
    for (const pocket of [fern, otter]) await pocket.running.engine.log.lookUp(accountOf(pocket));
    await otter.running.messenger.send(id, { text: "What does your log say?" });
    await settleAll(otter, fern);
    await checkClaims(fern.running.engine);
    expect(await alarmsOf(fern)).toEqual(["split_view: split_view"]);
    const state = await fern.running.messenger.state();
    const [alarm] = state.phase === "ready" ? state.log.alarms : [];
    expect(JSON.parse(await fern.running.messenger.evidence(alarm?.id ?? ""))).toMatchObject({
      claim: { root: toHex(otter.running.engine.store.get("log")?.root ?? new Uint8Array()) },
    });
  });
});

describe("messages", () => {
  it("that were changed on their way become one notice, and the others are read", async () => {
    const { fern, otter, id } = await twoFriends();
    for (const text of ["one", "two", "three"]) await fern.running.messenger.send(id, { text });
    await fern.running.settle();
    lieAbout(otter, "inbox", ({ envelopes, ...rest }: Envelopes) => ({
      ...rest,
      envelopes: envelopes.map((envelope, at) => {
        const middle = Math.floor(envelope.payload.length / 2);
        const flipped = envelope.payload[middle] === "A" ? "B" : "A";
        const payload = envelope.payload.slice(0, middle) + flipped + envelope.payload.slice(middle + 1);
        return at === 1 && envelope.kind === "message" ? { ...envelope, payload } : envelope;
      }),
    }));
    await settleAll(otter);
    expect(await textsOf(otter, id)).toEqual(["one", "three"]);
    const { messages } = await otter.running.messenger.messages(id, { limit: 10 });
    expect(messages.filter(({ kind }) => kind === "notice")).toMatchObject([{ text: /could not be decrypted/ }]);
    otter.lie = null;
    await fern.running.messenger.send(id, { text: "four" });
    await settleAll(fern, otter);
    expect((await textsOf(otter, id)).at(-1)).toBe("four");
  });

  it("that come twice, out of order or again later are shown once", async () => {
    const { fern, otter, id } = await twoFriends();
    const texts = Array.from({ length: 30 }, (_, at) => `message ${at}`);
    for (const text of texts) await fern.running.messenger.send(id, { text });
    await fern.running.settle();
    let seen: Envelopes["envelopes"] = [];
    lieAbout(otter, "inbox", ({ envelopes, ...rest }: Envelopes) => {
      seen = [...seen, ...envelopes];
      return { ...rest, envelopes: [...envelopes.toReversed(), ...seen] };
    });
    await settleAll(otter);
    expect(await textsOf(otter, id)).toEqual(texts);
    otter.lie = null;
    await otter.reopen();
    await fern.running.messenger.send(id, { text: "afterwards" });
    await settleAll(fern, otter);
    expect(await textsOf(otter, id)).toEqual([...texts, "afterwards"]);
  });

  it("of a server that withholds a commit lead to a new group, and nothing is lost", async () => {
    const { fern, otter, id } = await twoFriends();
    const record = fern.running.engine.store.get(`conversation/${id}`);
    if (!record) throw new Error("no conversation");
    await fern.running.engine.store.write(new Map([[`conversation/${id}`, { ...record, committedAt: 0 }]]));
    await fern.running.messenger.send(id, { text: "in an epoch that Otter never enters" });
    await fern.running.settle();
    lieAbout(otter, "inbox", ({ envelopes, ...rest }: Envelopes) => ({
      ...rest,
      envelopes: envelopes.filter(({ kind }) => kind !== "commit"),
    }));
    await otter.running.settle();
    otter.lie = null;
    await otter.running.messenger.send(id, { text: "What did you say?" });
    await settleAll(otter, fern, otter);
    expect((await textsOf(fern, id)).at(-1)).toBe("What did you say?");
    await fern.running.messenger.send(id, { text: "Never mind" });
    await settleAll(fern, otter);
    expect((await textsOf(otter, id)).slice(-2)).toEqual(["What did you say?", "Never mind"]);
  });
});

describe("a profile that was copied", () => {
  it("is used by nobody any more once both copies have written", async () => {
    const { server, fern, otter, id } = await twoFriends();
    const copy = await openDevice(fern.person, server.transport("fern"), new Map(fern.values));
    await fern.running.messenger.send(id, { text: "The original" });
    await fern.running.settle();
    await copy.running.messenger.send(id, { text: "The copy" });
    await copy.running.settle();
    await settleAll(otter);
    expect(await textsOf(otter, id)).toEqual(["The original"]);
    expect(await copy.running.messenger.state()).toEqual({ phase: "removed" });
  });
});
