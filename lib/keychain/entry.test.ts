import { createPublicKey, verify } from "node:crypto";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { concat, toHex, utf8 } from "@/lib/bytes/encoding";
import { DecodeError } from "@/lib/bytes/tls";
import {
  decodeEntry,
  encodeEntry,
  encodeTbs,
  ENTRY_LABEL,
  entryHash,
  signEntry,
  type EntryType,
  type KeyChainEntry,
} from "@/lib/keychain/entry";
import { keyId, labelled, verifySignature, verifyWithLabel } from "@/lib/keychain/signing";
import { decodeState, encodeState, type KeyChainState } from "@/lib/keychain/state";
import { bytesOf, decodesStrictly, flipBit, thrown } from "@/testing/bytes";
import { family, keyOf, T } from "@/testing/key-chain";
import { chainCases } from "@/testing/key-chain-cases";
import { verifyChain } from "@/lib/keychain/rules";

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const u32 = fc.nat(2 ** 32 - 1);
const type = fc.constantFrom<EntryType[]>("genesis", "update", "reset_pending", "reset", "veto", "close");
const devices = fc.array(fc.record({ deviceId: bytes(16), sigKey: bytes(32), addedSeq: u32 }), { maxLength: 20 });
const recoveryKeys = fc.array(bytes(32), { maxLength: 2 });
const entry: fc.Arbitrary<KeyChainEntry> = fc.record({
  tbs: fc.record({
    accountId: bytes(16),
    seq: u32,
    prevHash: bytes(32),
    timeMs: fc.maxSafeNat(),
    type,
    devices,
    recoveryKeys,
    archiveEpoch: u32,
  }),
  sigs: fc.array(fc.record({ keyId: bytes(32), sig: bytes(64) }), { maxLength: 5 }),
});
const state: fc.Arbitrary<KeyChainState> = fc.record({
  accountId: bytes(16),
  seq: u32,
  head: bytes(32),
  type,
  timeMs: fc.maxSafeNat(),
  devices,
  recoveryKeys,
  archiveEpoch: u32,
  pendingReset: fc.option(fc.record({ seq: u32, timeMs: fc.maxSafeNat(), devices, recoveryKeys, archiveEpoch: u32 })),
  retiredIds: fc.array(bytes(16), { maxLength: 30 }),
  retiredKeys: fc.array(bytes(32), { maxLength: 30 }),
});

describe("an entry of a key chain", () => {
  it("is read back as it was written", () => {
    fc.assert(
      fc.property(entry, (value) => {
        expect(decodeEntry(encodeEntry(value))).toEqual(value);
      }),
    );
  });

  it("has one meaning, and other bytes are refused with a DecodeError", () => {
    const damaged = fc.tuple(entry, fc.nat()).map(([value, bit]) => flipBit(encodeEntry(value), bit));
    const cut = fc.tuple(entry, fc.nat()).map(([value, at]) => {
      const encoded = encodeEntry(value);
      return encoded.slice(0, at % encoded.length);
    });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200, size: "max" }), damaged, cut), (value) => {
        expect(decodesStrictly(value, decodeEntry, encodeEntry)).toBeNull();
      }),
      { numRuns: 1500 },
    );
  });

  it("is laid out as the protocol says", async () => {
    const { entries } = await family();
    const [first] = entries;
    if (first === undefined) throw new Error("no entry");
    const { tbs, sigs } = first;
    const device = (at: number) =>
      `${toHex(tbs.devices[at]?.deviceId ?? utf8("?"))}20${toHex(tbs.devices[at]?.sigKey ?? utf8("?"))}00000000`;
    const recovery = `2120${toHex(tbs.recoveryKeys[0] ?? utf8("?"))}`;
    const expected =
      `01${toHex(tbs.accountId)}00000000${"00".repeat(32)}${T.toString(16).padStart(16, "0")}00` +
      `406a${device(0)}${device(1)}${recovery}00000000`;
    expect(toHex(encodeTbs(tbs))).toBe(expected);
    const signatures = sigs.map(({ keyId: id, sig }) => `${toHex(id)}4040${toHex(sig)}`).join("");
    expect(toHex(encodeEntry(first))).toBe(`${expected}40c4${signatures}`);
    expect(toHex(entryHash(first))).toHaveLength(64);
  });

  it("is refused with another version, an unknown type, a short key or too many devices", async () => {
    const { entries } = await family();
    const [first] = entries;
    if (first === undefined) throw new Error("no entry");
    const encoded = encodeEntry(first);
    const wrongs = [
      encoded.with(0, 2),
      encoded.with(61, 6),
      encodeEntry({ ...first, tbs: { ...first.tbs, recoveryKeys: [new Uint8Array(31)] } }),
      encodeEntry({ ...first, tbs: { ...first.tbs, recoveryKeys: [1, 2, 3].map((at) => bytesOf(`${at}`)) } }),
      encodeEntry({ ...first, sigs: [{ keyId: bytesOf("k"), sig: new Uint8Array(63) }] }),
      encodeEntry({
        ...first,
        tbs: {
          ...first.tbs,
          devices: Array.from({ length: 21 }, () => first.tbs.devices)
            .flat()
            .slice(0, 21),
        },
      }),
    ];
    for (const wrong of wrongs) expect(thrown(() => decodeEntry(wrong))).toBeInstanceOf(DecodeError);
  });
});

describe("a signature with a label", () => {
  it("is an Ed25519 signature of the label and the content, as the platform verifies it", async () => {
    const { entries } = await family();
    const [first] = entries;
    if (first === undefined) throw new Error("no entry");
    const label = utf8(`MLS 1.0 ${ENTRY_LABEL}`);
    const content = encodeTbs(first.tbs);
    const length = Uint8Array.of(0x40 | (content.length >> 8), content.length & 255);
    const data = concat(Uint8Array.of(label.length), label, length, content);
    expect(labelled(ENTRY_LABEL, content)).toEqual(data);
    const keys = ["phone", "laptop"].map((name) => keyOf(name).publicKey);
    for (const { keyId: id, sig } of first.sigs) {
      const key = keys.find((other) => toHex(keyId(other)) === toHex(id)) ?? new Uint8Array();
      const x = Buffer.from(key).toString("base64url");
      const platform = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
      expect(verify(null, data, platform, sig)).toBe(true);
      expect(verifyWithLabel(key, ENTRY_LABEL, content, sig)).toBe(true);
      expect(verifyWithLabel(key, "ODM1 Other", content, sig)).toBe(false);
    }
  });

  it("is refused with a changed bit, from a key of small order, and of a wrong length", async () => {
    const signer = keyOf("phone");
    const data = bytesOf("data");
    const signature = await signer.sign(data);
    fc.assert(
      fc.property(fc.nat(511), (bit) => {
        expect(verifySignature(signer.publicKey, data, flipBit(signature, bit))).toBe(false);
        expect(verifySignature(flipBit(signer.publicKey, bit), data, signature)).toBe(false);
      }),
      { numRuns: 50 },
    );
    expect(verifySignature(signer.publicKey, data, signature)).toBe(true);
    expect(verifySignature(signer.publicKey, data, signature.slice(1))).toBe(false);
    expect(verifySignature(signer.publicKey.slice(1), data, signature)).toBe(false);
    // With the neutral element as key and R, and S = 0, the equation holds for all data.
    const neutral = Uint8Array.of(1, ...new Uint8Array(31));
    expect(verifySignature(neutral, data, concat(neutral, new Uint8Array(32)))).toBe(false);
  });

  it("stands in the order of the key ids", async () => {
    const { tbs } = (await family()).entries[0] ?? { tbs: null };
    if (tbs === null) throw new Error("no entry");
    const signers = ["a", "b", "c", "d"].map(keyOf);
    const orders = await Promise.all([signEntry(tbs, signers), signEntry(tbs, signers.toReversed())]);
    expect(orders[0]).toEqual(orders[1]);
  });
});

describe("a stored state", () => {
  let states: KeyChainState[];
  beforeAll(async () => {
    const valid = (await chainCases()).filter(({ fault }) => fault === null);
    states = valid.map(({ entries, at }) => verifyChain(entries, { at }));
  });

  it("is read back as it was written", () => {
    for (const value of states) expect(decodeState(encodeState(value))).toEqual(value);
    fc.assert(
      fc.property(state, (value) => {
        expect(decodeState(encodeState(value))).toEqual(value);
      }),
    );
  });

  it("has one meaning, and other bytes are refused with a DecodeError", () => {
    const damaged = fc.tuple(state, fc.nat()).map(([value, bit]) => flipBit(encodeState(value), bit));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 150 }), damaged), (value) => {
        expect(decodesStrictly(value, decodeState, encodeState)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});
