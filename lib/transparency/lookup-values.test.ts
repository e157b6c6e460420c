import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "@/lib/bytes/encoding";
import { addDevice } from "@/lib/keychain/build";
import { encodeEntry, entryHash, signEntry } from "@/lib/keychain/entry";
import { accountLabel, encodeLeaf, handleLabel } from "@/lib/transparency/leaves";
import { flipBit } from "@/testing/bytes";
import { deviceOf, keyOf, TestChain } from "@/testing/key-chain";

import { chainFault, contextOf, HANDLE, keyWorld, NOW, refusal, type KeyWorld } from "@/testing/key-world";

let honest: KeyWorld;
beforeAll(async () => {
  honest = await keyWorld();
});

describe("an answer", () => {
  it("is refused when the last entry is not the map of all entries before it (C4)", async () => {
    const { log, label, chain } = await keyWorld();
    const ask = async () => refusal(await log.lookup(label, { chain: chain.encoded }), contextOf(log, label));
    await log.publish(NOW, { coversSize: log.size - 5 });
    expect(await ask()).toBe("stale_map_root");
    log.add(encodeLeaf({ kind: "code_manifest", semver: "1.0.0", sha256: new Uint8Array(32) }));
    await log.sign(NOW);
    expect(await ask()).toBe("stale_map_root");
    await log.publish(NOW);
    expect(await ask()).toBeNull();
    const old = await honest.log.lookup(label, { chain: chain.encoded });
    const current = await log.lookup(label, { chain: chain.encoded });
    expect(refusal({ ...current, map_root: old.map_root }, contextOf(log, label))).toBe("stale_map_root");
  });

  it("is refused when an older value is served again, or a value is denied (C4)", async () => {
    const { log, label, chain } = await keyWorld();
    const old = await log.lookup(label, { chain: chain.encoded });
    await chain.change("laptop", { add: ["tablet"] });
    log.set(label, chain.state.head);
    await log.publish(NOW);
    const current = await log.lookup(label, { chain: chain.encoded });
    const context = contextOf(log, label);
    expect(refusal({ ...current, map: old.map, value: old.value, chain: old.chain }, context)).toBe("map");
    expect(refusal({ ...current, map: { ...current.map, leaf: null }, value: null, chain: [] }, context)).toBe("map");
    const absent = await log.lookup(handleLabel("nobody"));
    expect(refusal({ ...current, map: absent.map, value: null, chain: [] }, context)).toBe("map");
    expect(refusal({ ...current, value: null }, context)).toBe("value");
  });

  it("is refused when a value that was seen before is gone or older (C4)", async () => {
    const { log, chain } = honest;
    const nobody = handleLabel("nobody");
    const absent = await log.lookup(nobody);
    expect(refusal(absent, contextOf(log, nobody, { knownVersion: 0 }))).toBe("rolled_back");
    expect(refusal(absent, contextOf(log, nobody, { knownState: chain.state }))).toBe("rolled_back");
    expect(refusal(await log.lookup(HANDLE), contextOf(log, HANDLE, { knownVersion: 1 }))).toBe("rolled_back");
  });

  it("is refused when the map has a value that the log does not have (C5)", async () => {
    const { log, label, chain } = await keyWorld();
    await chain.change("laptop", { add: ["tablet"] });
    log.set(label, chain.state.head, { logged: false });
    await log.publish(NOW);
    expect(refusal(await log.lookup(label, { chain: chain.encoded }), contextOf(log, label))).toBe("update_missing");
  });

  it("is refused when the opening does not open the commitment, or was erased (C6)", async () => {
    const { log, label, chain } = honest;
    const answer = await log.lookup(label, { chain: chain.encoded });
    const { value } = answer;
    if (value === null) throw new Error("no value");
    const other = toBase64Url(flipBit(fromBase64Url(value.value), 7));
    expect(refusal({ ...answer, value: { ...value, value: other } }, contextOf(log, label))).toBe("opening");
    expect(refusal({ ...answer, value: { ...value, opening: null } }, contextOf(log, label))).toBe("opening");
  });

  it("is refused when the chain has a device that nobody before signed for, or does not end where the log does (C7)", async () => {
    const { log, label, chain } = await keyWorld();
    const honestHead = await log.lookup(label, { chain: chain.encoded.slice(0, 1) });
    expect(refusal(honestHead, contextOf(log, label))).toBe("chain");
    expect(refusal({ ...honestHead, chain: [] }, contextOf(log, label))).toBe("chain");
    expect(refusal({ ...honestHead, chain: ["AAAA"] }, contextOf(log, label))).toBe("malformed");
    log.set(label, chain.state.head);
    await log.publish(NOW);
    const repeated = await log.lookup(label, { chain: chain.encoded });
    expect(refusal(repeated, contextOf(log, label))).toBe("chain");
    const ghost = await signEntry(addDevice(chain.state, { device: deviceOf("ghost"), timeMs: NOW }), [keyOf("ghost")]);
    log.set(label, entryHash(ghost));
    await log.publish(NOW);
    const answer = await log.lookup(label, { chain: [...chain.encoded, encodeEntry(ghost)] });
    expect(refusal(answer, contextOf(log, label))).toBe("chain");
    expect(chainFault(answer, contextOf(log, label))).toBe("unauthorised");
  });

  it("is refused when the chain is another one than what is known of the account (C7)", async () => {
    const { log, label, chain } = await keyWorld();
    const known = chain.state;
    const other = await TestChain.start("maple", ["phone"], [], NOW - 4000);
    await other.change("phone", { add: ["spy"] });
    await other.change("phone", { add: ["laptop"] });
    log.set(label, other.state.head);
    await log.publish(NOW);
    const context = contextOf(log, label, { knownState: known });
    const later = await log.lookup(label, { chain: other.encoded.slice(2) });
    expect([refusal(later, context), chainFault(later, context)]).toEqual(["chain", "fork"]);
    const all = await log.lookup(label, { chain: other.encoded });
    expect([refusal(all, context), chainFault(all, context)]).toEqual(["chain", "rollback"]);
    const silent = await log.lookup(label, { chain: [] });
    expect(refusal(silent, context)).toBe("chain");
  });

  it("is refused when the chain belongs to another account (C7)", async () => {
    const { log } = await keyWorld();
    const stranger = await TestChain.start("stranger", ["phone"], [], NOW);
    const label = accountLabel(deviceOf("victim").deviceId);
    log.set(label, stranger.state.head);
    await log.publish(NOW);
    const answer = await log.lookup(label, { chain: stranger.encoded });
    expect(chainFault(answer, contextOf(log, label))).toBe("account");
  });
});
