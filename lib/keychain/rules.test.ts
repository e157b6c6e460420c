import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { equal } from "@/lib/bytes/encoding";
import { addDevice, close, genesis, reset, update } from "@/lib/keychain/build";
import { decodeEntry, encodeEntry, MAX_DEVICES, signEntry, type KeyChainEntry } from "@/lib/keychain/entry";
import { MAX_CLOCK_SKEW_MS, verifyAppend, verifyChain, verifyNext } from "@/lib/keychain/rules";
import { KEY_CHAIN_FAULTS, KeyChainError, type KeyChainFault, type KeyChainState } from "@/lib/keychain/state";
import { bytesOf, flipBit, thrown } from "@/testing/bytes";
import { announced, carriedOut, deviceOf, family, keyOf, LATER, recoveryOf, T, TestChain } from "@/testing/key-chain";
import { chainCases, type ChainCase } from "@/testing/key-chain-cases";
import { isFull } from "@/testing/full";

/** The code of the KeyChainError that it throws; null for none. */
function fault(run: () => unknown): KeyChainFault | null {
  const error = thrown(run);
  if (error === null) return null;
  if (error instanceof KeyChainError) return error.code;
  throw error;
}

let cases: ChainCase[];
beforeAll(async () => {
  cases = await chainCases();
});

describe("a key chain", () => {
  it("is accepted or refused for the reason that each case names, and only because of its last entry", () => {
    for (const { name, entries, at, fault: expected } of cases) {
      expect(
        fault(() => verifyChain(entries, { at })),
        name,
      ).toBe(expected);
      if (expected !== null && entries.length > 1) verifyChain(entries.slice(0, -1), { at });
    }
    // These do not depend on the chain alone, or no bytes can express them.
    const others = ["empty", "rollback", "time_stale", "too_many_devices", "too_many_recovery_keys"];
    const seen = new Set<string | null>([...others, ...cases.map((item) => item.fault)]);
    expect(KEY_CHAIN_FAULTS.filter((code) => !seen.has(code))).toEqual([]);
  });

  it("gives the same state at once, entry by entry, and from what was known", () => {
    for (const { entries, at } of cases.filter((item) => item.fault === null)) {
      const whole = verifyChain(entries, { at });
      const step = (state: KeyChainState | null, entry: KeyChainEntry) => verifyNext(state, entry, at);
      expect(entries.reduce<KeyChainState | null>(step, null)).toEqual(whole);
      for (let known = 1; known <= entries.length; known += 1) {
        const pinned = verifyChain(entries.slice(0, known), { at });
        expect(verifyChain(entries.slice(known), { at, pinned })).toEqual(whole);
        expect(verifyChain(entries.slice(known - 1), { at, pinned })).toEqual(whole);
      }
    }
  });

  it("is refused when it contradicts what was known of the account", async () => {
    const known = await family();
    const pinned = known.state;
    await known.change("phone", { add: ["tablet"] });
    const other = await family();
    await other.change("phone", { add: ["spy"] });
    const at = LATER;
    expect(fault(() => verifyChain(other.entries.slice(1), { at, pinned: known.state }))).toBe("fork");
    expect(fault(() => verifyChain(known.entries, { at, pinned: known.state }))).toBe("rollback");
    expect(fault(() => verifyChain([], { at }))).toBe("empty");
    expect(fault(() => verifyChain(known.entries.slice(1), { at }))).toBe("genesis");
    expect(verifyChain([], { at, pinned })).toEqual(pinned);
    const stranger = { at, accountId: bytesOf("stranger", 16) };
    expect(fault(() => verifyChain(known.entries, stranger))).toBe("account");
    expect(fault(() => verifyChain(known.entries, { at, accountId: known.accountId }))).toBeNull();
  });

  it("is refused when any bit of any entry is another", () => {
    const valid = cases.filter((item) => item.fault === null);
    fc.assert(
      fc.property(fc.nat(valid.length - 1), fc.nat(), fc.nat(), (which, at, bit) => {
        const { entries, at: now } = valid[which] ?? { entries: new Array<KeyChainEntry>(), at: 0 };
        const place = at % entries.length;
        const entry = entries[place];
        if (entry === undefined) throw new Error("no entry");
        const run = () => {
          const changed = decodeEntry(flipBit(encodeEntry(entry), bit));
          verifyChain(entries.with(place, changed), { at: now, accountId: entry.tbs.accountId });
        };
        expect(thrown(run)).not.toBeNull();
      }),
      { numRuns: isFull ? 300 : 50 },
    );
  });

  it("has at most twenty devices and two recovery keys", async () => {
    const names = Array.from({ length: MAX_DEVICES }, (_, at) => `device ${at}`);
    const chain = await TestChain.start("many", names);
    const more = await signEntry(addDevice(chain.state, { device: deviceOf("more"), timeMs: 1 }), [
      keyOf("device 0"),
      keyOf("more"),
    ]);
    expect(fault(() => verifyNext(chain.state, more, 1))).toBe("too_many_devices");
    const keys = update(chain.state, { recoveryKeys: recoveryOf("a", "b", "c"), timeMs: 1 });
    const entry = await signEntry(keys, [keyOf("device 0")]);
    expect(fault(() => verifyNext(chain.state, entry, 1))).toBe("too_many_recovery_keys");
  });
});

describe("a reset", () => {
  it("leaves the old devices active until it is carried out, and none of them after it", async () => {
    const { state } = await announced();
    const before = await family();
    expect(state.devices).toEqual(before.state.devices);
    expect(state.archiveEpoch).toBe(0);
    expect(state.pendingReset?.devices.map(({ sigKey }) => sigKey)).toEqual([keyOf("new phone").publicKey]);
    const { state: after } = await carriedOut();
    expect(after.devices.map(({ sigKey }) => sigKey)).toEqual([keyOf("new phone").publicKey]);
    expect(after.recoveryKeys).toEqual(recoveryOf("new words"));
    expect([after.pendingReset, after.archiveEpoch, after.retiredIds.length, after.retiredKeys.length]).toEqual([
      null,
      1,
      2,
      3,
    ]);
  });

  it("may be ended by an old device closing the account", async () => {
    const chain = await announced();
    await chain.add(close(chain.state, { timeMs: T }), ["phone"]);
    expect([chain.state.type, chain.state.devices, chain.state.pendingReset]).toEqual(["close", [], null]);
  });

  it("cannot be built when none is announced", async () => {
    const { state } = await family();
    expect(fault(() => reset(state, { timeMs: T }))).toBe("no_reset_pending");
  });
});

describe("an entry that is appended now", () => {
  it("must be about as old as the server's clock says", async () => {
    const tbs = genesis({ accountId: bytesOf("account", 16), devices: [deviceOf("a")], timeMs: T });
    const entry = await signEntry(tbs, [keyOf("a")]);
    const at = (now: number) => fault(() => verifyAppend(null, entry, now));
    expect([at(T - MAX_CLOCK_SKEW_MS), at(T), at(T + MAX_CLOCK_SKEW_MS)]).toEqual([null, null, null]);
    expect(at(T - MAX_CLOCK_SKEW_MS - 1)).toBe("time_in_future");
    expect(at(T + MAX_CLOCK_SKEW_MS + 1)).toBe("time_stale");
  });
});

describe("random histories", () => {
  const change = fc.record({
    signer: fc.nat(30),
    add: fc.uniqueArray(fc.nat(9), { maxLength: 2 }),
    remove: fc.uniqueArray(fc.nat(9), { maxLength: 2 }),
  });

  it("let exactly the active devices change the list, and never let a removed one come back", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const chain = await TestChain.start("random", ["0", "1"]);
        const active = new Set(["0", "1"]);
        const gone = new Set<string>();
        for (const { signer, add, remove } of changes) {
          const by = String(signer % 10);
          const added = add.map(String).filter((name) => !active.has(name));
          const taken = remove.map(String).filter((name) => active.has(name));
          const left = active.size - taken.length + added.length;
          const allowed = active.has(by) && left > 0 && !added.some((name) => gone.has(name));
          const before = chain.entries.length;
          await chain.change(by, { add: added, remove: taken }).catch((error: unknown) => {
            if (!(error instanceof KeyChainError)) throw error;
          });
          expect(chain.entries.length > before).toBe(allowed);
          if (!allowed) continue;
          for (const name of added) active.add(name);
          for (const name of taken) active.delete(name);
          for (const name of taken) gone.add(name);
        }
        const devices = [...active].map((name) => deviceOf(name).deviceId);
        expect(chain.state.devices).toHaveLength(active.size);
        expect(chain.state.devices.every(({ deviceId }) => devices.some((id) => equal(id, deviceId)))).toBe(true);
        expect(verifyChain(chain.entries, { at: LATER })).toEqual(chain.state);
      }),
      { numRuns: isFull ? 100 : 12 },
    );
  });
});
