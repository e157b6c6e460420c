import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { driver } from "@/lib/neo4j";
import type { TransportAnswer } from "@/lib/messenger/ports";
import { plantFollows } from "@/testing/follows";
import { enrolledPocket, openPocket, settleAll, startKeyLog, textsOf, type Pocket } from "@/testing/messengers";

let endLog: () => Promise<void>;
beforeAll(async () => {
  endLog = await startKeyLog();
});
afterAll(async () => {
  await endLog();
  await driver().close();
});

async function befriend(...people: Pocket[]): Promise<void> {
  for (const one of people) {
    await plantFollows(
      one.person.id,
      people.filter((other) => other !== one).map(({ person }) => person),
    );
  }
}

async function twoFriends(): Promise<{ fern: Pocket; otter: Pocket; id: string }> {
  const [fern, otter] = [await enrolledPocket(), await enrolledPocket()];
  await befriend(fern, otter);
  const id = await fern.running.messenger.create([otter.person.id], null);
  await settleAll(fern, otter);
  return { fern, otter, id };
}

/** Changes the body of answers whose path contains this. */
function lieAbout<T>(pocket: Pocket, part: string, change: (body: T) => unknown): void {
  pocket.lie = (_, path, answer): TransportAnswer =>
    path.includes(part) && answer.status === 200
      ? { ...answer, body: change(structuredClone(answer.body) as T) }
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
    const [fern, otter, mallory] = [await enrolledPocket(), await enrolledPocket(), await enrolledPocket()];
    await befriend(fern, otter, mallory);
    const wrong = mallory.running.engine.store.get("device")?.accountId;
    lieAbout<object>(fern, "people/", (body) => ({ ...body, account_id: wrong }));
    await expect(fern.running.messenger.create([otter.person.id], null)).rejects.toThrow(/check of the keys/);
    // Also when it says that this account is that person's.
    fern.lie = (_, path, answer) => {
      const body = answer.body as { account?: { id: string; acct: string } };
      if (path.includes("people/")) return { ...answer, body: { ...body, account_id: wrong } };
      if (!path.includes("accounts/") || !body.account) return answer;
      return {
        ...answer,
        body: { ...body, account: { ...body.account, id: otter.person.id, acct: otter.person.handle } },
      };
    };
    await expect(fern.running.messenger.create([otter.person.id], null)).rejects.toThrow(/check of the keys/);
    expect((await fern.running.messenger.conversations()).open).toEqual([]);
  });

  it("gives out the keys of another device", async () => {
    const [fern, otter, mallory] = [await enrolledPocket(), await enrolledPocket(), await enrolledPocket()];
    await befriend(fern, otter, mallory);
    const theirs = mallory.running.engine.store.get("device");
    const stolen = await fern.running.engine.server.post<{ packages: unknown[] }>("key_packages/claim", {
      device_id: fern.running.engine.store.get("device")?.deviceId,
      account_id: theirs?.accountId,
      devices: [theirs?.deviceId],
    });
    lieAbout(fern, "claim", () => stolen);
    await expect(fern.running.messenger.create([otter.person.id], null)).rejects.toThrow();
    expect((await fern.running.messenger.conversations()).open).toEqual([]);
  });

  it("shows an old state of the log again", async () => {
    const { fern, otter, id } = await twoFriends();
    const old: TransportAnswer[] = [];
    fern.lie = (_, path, answer) => {
      if (path === "lookup") old.push(structuredClone(answer));
      return answer;
    };
    const own = fern.running.engine.store.get("device")?.accountId ?? "";
    await fern.running.engine.log.lookUp(own);
    await enrolledPocket();
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
    const own = fern.running.engine.store.get("device")?.accountId ?? "";
    fern.ahead = 25 * 3_600_000;
    await expect(fern.running.engine.log.lookUp(own)).rejects.toThrow(/check of the keys/);
    expect(await alarmsOf(fern)).toEqual(["log: frozen"]);
    fern.ahead = 0;
    await fern.running.engine.log.lookUp(own);
    expect(await alarmsOf(fern)).toEqual([]);
  });

  it("changes what is in the log", async () => {
    const { fern } = await twoFriends();
    const { scan } = await import("@/lib/messenger/monitor");
    const log = fern.running.engine.store.get("log");
    if (!log) throw new Error("no log");
    await fern.running.engine.store.write(new Map([["log", { ...log, scanned: Math.max(0, log.size - 3) }]]));
    lieAbout<Uint8Array>(fern, "tile/entries", (bytes) =>
      bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte)),
    );
    await scan(fern.running.engine);
    expect(await alarmsOf(fern)).toEqual(["log: entries"]);
  });
});

describe("messages", () => {
  it("that were changed on their way become one notice, and the others are read", async () => {
    const { fern, otter, id } = await twoFriends();
    for (const text of ["one", "two", "three"]) await fern.running.messenger.send(id, { text });
    await fern.running.settle();
    lieAbout<Envelopes>(otter, "inbox", ({ envelopes, ...rest }) => ({
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
    lieAbout<Envelopes>(otter, "inbox", ({ envelopes, ...rest }) => {
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
    lieAbout<Envelopes>(otter, "inbox", ({ envelopes, ...rest }) => ({
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
    const { fern, otter, id } = await twoFriends();
    const copy = await openPocket(fern.person, new Map(fern.values));
    await fern.running.messenger.send(id, { text: "The original" });
    await fern.running.settle();
    await copy.running.messenger.send(id, { text: "The copy" });
    await copy.running.settle();
    await settleAll(otter);
    expect(await textsOf(otter, id)).toEqual(["The original"]);
    expect(await copy.running.messenger.state()).toEqual({ phase: "removed" });
  });
});

describe("the archive", () => {
  it("takes no record that was moved or made up by the server", async () => {
    const { fern, otter, id } = await twoFriends();
    for (const text of ["first", "second"]) await fern.running.messenger.send(id, { text });
    await settleAll(fern, otter);
    const words = await fern.running.messenger.newWords();
    await fern.running.messenger.keepWords(words);
    fern.running.nudge(null);
    await fern.running.settle();
    const found = await openPocket(fern.person);
    await found.running.messenger.enrol("New phone");
    lieAbout<{ records: { id: string; body: string }[]; next: null }>(
      found,
      "archive/records",
      ({ records, next }) => ({
        next,
        records: [
          ...records.slice(0, 1).map((record) => ({ ...record, id: "0".repeat(32) })),
          ...records.slice(1),
          ...records.slice(1).map((record) => ({ ...record, body: `${record.body.slice(0, -4)}AAAA` })),
        ],
      }),
    );
    await found.running.messenger.unlockWithWords(words);
    found.running.nudge(null);
    await found.running.settle();
    expect(await textsOf(found, id)).toEqual(["first"]);
  });
});
