import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "@/lib/bytes/encoding";
import { MAX_AGE_MS } from "@/lib/transparency/checkpoint";
import { accountLabel, handleLabel, handleValue } from "@/lib/transparency/leaves";
import { verifyLookup, type LookupContext } from "@/lib/transparency/lookup";
import type { LookupJson } from "@/lib/transparency/schema";
import { treeRoot } from "@/lib/transparency/tree";
import { flipBit } from "@/testing/bytes";
import { keyOf } from "@/testing/key-chain";
import { TestLog } from "@/testing/key-log";

import { contextOf, HANDLE, keyWorld, NOW, refusal, type KeyWorld } from "@/testing/key-world";
import { isFull } from "@/testing/full";

/** A size that the log had before. */
const SINCE = 12;

let honest: KeyWorld;
beforeAll(async () => {
  honest = await keyWorld();
});

describe("an honest answer", () => {
  it("says which devices an account has, and is where later answers continue", async () => {
    const { log, chain, label } = await keyWorld();
    const first = verifyLookup(await log.lookup(label, { chain: chain.encoded }), contextOf(log, label));
    expect(first.found?.state).toEqual(chain.state);
    expect(first.found?.version).toBe(1);
    expect(first.checkpoint).toMatchObject({ size: log.size, root: log.root, witnesses: 1 });
    expect(first.index).toEqual(log.index(label));
    await chain.change("laptop", { remove: ["phone"] });
    log.set(label, chain.state.head);
    await log.publish(NOW);
    const later = verifyLookup(
      await log.lookup(label, { since: first.checkpoint.size, chain: chain.encoded.slice(2) }),
      contextOf(log, label, {
        lastCheckpoint: first.checkpoint,
        knownState: first.found?.state ?? null,
        knownVersion: 1,
      }),
    );
    expect(later.found?.state?.devices.map(({ sigKey }) => sigKey)).toEqual([keyOf("laptop").publicKey]);
  });

  it("says who has a handle", async () => {
    const { log, chain } = honest;
    const { found } = verifyLookup(await log.lookup(HANDLE), contextOf(log, HANDLE));
    expect(found?.owner).toEqual({ accountId: chain.accountId, seq: 0 });
    expect(found?.state).toBeNull();
  });

  it("says that a label has no value", async () => {
    const { log } = honest;
    for (const label of [handleLabel("nobody"), handleLabel("nemo"), accountLabel(new Uint8Array(16))]) {
      expect(verifyLookup(await log.lookup(label), contextOf(log, label)).found).toBeNull();
    }
  });

  it("may be given twice from the same checkpoint", async () => {
    const { log, chain, label } = honest;
    const lastCheckpoint = { size: log.size, root: log.root };
    const answer = await log.lookup(label, { since: log.size, chain: [] });
    expect(refusal(answer, contextOf(log, label, { lastCheckpoint, knownState: chain.state }))).toBeNull();
  });
});

describe("an answer", () => {
  it("is refused when any bit of any of its binary values is another", async () => {
    const { log, chain, label } = honest;
    const places: { answer: LookupJson; context: LookupContext; path: string[] }[] = [];
    const walk = (answer: LookupJson, context: LookupContext, value: unknown, path: string[]) => {
      if (typeof value === "string" && path[0] !== "checkpoint") places.push({ answer, context, path });
      if (typeof value !== "object" || value === null) return;
      for (const [key, inner] of Object.entries(value)) walk(answer, context, inner, [...path, key]);
    };
    for (const [asked, since] of [
      [label, 0],
      [HANDLE, SINCE],
      [handleLabel("nobody"), 0],
    ] as const) {
      const answer = await log.lookup(asked, { since, chain: asked === label ? chain.encoded : [] });
      const lastCheckpoint = since === 0 ? null : { size: SINCE, root: await rootAt(log, SINCE) };
      const context = contextOf(log, asked, { lastCheckpoint });
      expect(refusal(answer, context)).toBeNull();
      walk(answer, context, answer, []);
    }
    expect(places.length).toBeGreaterThan(40);
    fc.assert(
      fc.property(fc.nat(places.length - 1), fc.nat(), (at, bit) => {
        const place = places[at];
        if (place === undefined) throw new Error("no place");
        const changed: unknown = structuredClone(place.answer);
        flipAt(changed, place.path, bit);
        expect(refusal(changed, place.context)).not.toBeNull();
      }),
      { numRuns: isFull ? 500 : 120 },
    );
  });

  it("is refused when it is not an answer at all", () => {
    const { log, label } = honest;
    for (const wrong of [null, {}, "text", [], { checkpoint: "x" }]) {
      expect(refusal(wrong, contextOf(log, label))).toBe("malformed");
    }
  });

  it("is refused when the checkpoint is not signed by the log, is of another log, or is no checkpoint (C1)", async () => {
    const { log, chain, label } = honest;
    const answer = await log.lookup(label, { chain: chain.encoded });
    const { policy } = log;
    const other = (await TestLog.start(NOW, "other")).policy;
    expect(refusal(answer, contextOf(log, label, { policy: { ...policy, log_vkey: other.log_vkey } }))).toBe(
      "checkpoint_signature",
    );
    expect(refusal(answer, contextOf(log, label, { policy: { ...policy, origin: "other.example" } }))).toBe("origin");
    expect(refusal({ ...answer, checkpoint: "no note" }, contextOf(log, label))).toBe("malformed");
    expect(refusal(answer, contextOf(log, label, { policy: { ...policy, log_vkey: "x" } }))).toBe("malformed");
    const edited = answer.checkpoint.replace(`\n${log.size}\n`, `\n${log.size + 1}\n`);
    expect(refusal({ ...answer, checkpoint: edited }, contextOf(log, label))).toBe("checkpoint_signature");
  });

  it("is refused when too few witnesses cosigned it, or too long ago (C1)", async () => {
    const { log, label, chain } = await keyWorld();
    const context = contextOf(log, label);
    const more = { ...log.policy, quorum: 2 };
    const answer = () => log.lookup(label, { chain: chain.encoded });
    expect(refusal(await answer(), { ...context, policy: more })).toBe("witness_quorum");
    const twice = { ...more, witnesses: [...more.witnesses, ...more.witnesses] };
    expect(refusal(await answer(), { ...context, policy: twice })).toBe("witness_quorum");
    expect(refusal(await answer(), { ...context, policy: { ...log.policy, quorum: 0, witnesses: [] } })).toBeNull();
    await log.publish(NOW, { witnessed: false });
    expect(refusal(await answer(), context)).toBe("witness_quorum");
    await log.sign(NOW - MAX_AGE_MS - 60_000);
    expect(refusal(await answer(), context)).toBe("frozen");
    await log.sign(NOW + 3_600_000);
    expect(refusal(await answer(), context)).toBe("witness_quorum");
  });

  it("is refused when the map is older than a day, or from the future (C1)", async () => {
    const { log, label, chain } = await keyWorld();
    const answer = await log.lookup(label, { chain: chain.encoded });
    const alone = { ...log.policy, quorum: 0 };
    const later = contextOf(log, label, { policy: alone, now: NOW + MAX_AGE_MS });
    expect(refusal(answer, later)).toBe("frozen");
    expect(refusal(answer, contextOf(log, label, { policy: alone, now: NOW - 3_600_000 }))).toBe("clock");
  });

  it("is refused when the log became shorter or another one (C2)", async () => {
    const { log, label, chain } = await keyWorld();
    const answer = await log.lookup(label, { since: SINCE, chain: chain.encoded });
    const known = (size: number, root: Uint8Array) => contextOf(log, label, { lastCheckpoint: { size, root } });
    expect(refusal(answer, known(log.size + 1, log.root))).toBe("rolled_back");
    expect(refusal(answer, known(SINCE, flipBit(await rootAt(log, SINCE), 5)))).toBe("inconsistent");
    expect(refusal(answer, known(SINCE - 1, await rootAt(log, SINCE - 1)))).toBe("inconsistent");
    const fork = await keyWorld();
    fork.log.set(handleLabel("forked"), handleValue({ accountId: chain.accountId, seq: 1 }));
    await fork.log.publish(NOW - 1000);
    log.set(handleLabel("not forked"), handleValue({ accountId: chain.accountId, seq: 1 }));
    await log.publish(NOW - 1000);
    expect(fork.log.size).toBe(log.size);
    const forked = await fork.log.lookup(label, { since: log.size, chain: chain.encoded });
    expect(refusal(forked, known(log.size, log.root))).toBe("inconsistent");
  });

  it("is refused when the VRF key is not that of the first entry, or the index is not that of the label (C3)", async () => {
    const { log, label, chain } = honest;
    const answer = await log.lookup(label, { chain: chain.encoded });
    const policy = { ...log.policy, vrf_public_key: toBase64Url(keyOf("x").publicKey) };
    expect(refusal(answer, contextOf(log, label, { policy }))).toBe("config");
    expect(refusal({ ...answer, config: null }, contextOf(log, label))).toBe("config");
    // Who verified the first entry before does not look at it again.
    const since = { lastCheckpoint: { size: log.size, root: log.root } };
    const again = await log.lookup(label, { since: log.size, chain: chain.encoded });
    expect(refusal(again, contextOf(log, label, since))).toBeNull();
    expect(refusal(again, contextOf(log, label, { ...since, policy }))).toBe("vrf");
    expect(refusal(answer, contextOf(log, HANDLE))).toBe("vrf");
    const strange = await TestLog.start(NOW, "test", "other.example");
    await strange.publish(NOW);
    expect(refusal(await strange.lookup(label), contextOf(strange, label))).toBe("config");
    const second = { ...answer, config: { ...answer.map_root } };
    expect(refusal(second, contextOf(log, label))).toBe("config");
  });
});

const rootAt = (log: TestLog, size: number) => treeRoot(size, log.read);

/** Changes one bit of the base64url value at a path of an object. */
function flipAt(target: unknown, path: readonly string[], bit: number): void {
  const [key = "", ...rest] = path;
  const holder = target as Record<string, unknown>;
  const value = holder[key];
  if (rest.length > 0) flipAt(value, rest, bit);
  else if (typeof value === "string") holder[key] = toBase64Url(flipBit(fromBase64Url(value), bit));
}
