import { sha256 } from "@noble/hashes/sha2.js";
import { createHmac } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, toHex, utf8 } from "@/lib/bytes/encoding";
import { DecodeError } from "@/lib/bytes/tls";
import {
  accountLabel,
  accountOfLabel,
  commitmentOf,
  decodeHandleValue,
  decodeLeaf,
  encodeLeaf,
  handleLabel,
  handleValue,
  proveIndex,
  verifyIndex,
  type LogLeaf,
} from "@/lib/transparency/leaves";
import { vrfPublicKey } from "@/lib/transparency/vrf";
import { bytesOf, decodesStrictly, flipBit, thrown } from "@/testing/bytes";

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const text = fc.string({ maxLength: 60 });
const u32 = fc.nat(2 ** 32 - 1);
const leaf: fc.Arbitrary<LogLeaf> = fc.oneof(
  fc.record({ kind: fc.constant("config" as const), origin: text, vrfPublicKey: bytes(32), timeMs: fc.maxSafeNat() }),
  fc.record({ kind: fc.constant("map_update" as const), index: bytes(32), version: u32, commitment: bytes(32) }),
  fc.record({
    kind: fc.constant("map_root" as const),
    coversSize: fc.maxSafeNat(),
    mapRoot: bytes(32),
    timeMs: fc.maxSafeNat(),
  }),
  fc.record({ kind: fc.constant("code_manifest" as const), semver: text, sha256: bytes(32) }),
);

describe("entries of the log", () => {
  it("are read back as they were written", () => {
    fc.assert(
      fc.property(leaf, (value) => {
        expect(decodeLeaf(encodeLeaf(value))).toEqual(value);
      }),
    );
    const update = { kind: "map_update", index: bytesOf("i"), version: 258, commitment: bytesOf("c") } as const;
    expect(toHex(encodeLeaf(update))).toBe(`01${toHex(bytesOf("i"))}00000102${toHex(bytesOf("c"))}`);
  });

  it("have one meaning each, and other bytes are refused with a DecodeError", () => {
    const damaged = fc.tuple(leaf, fc.nat()).map(([value, bit]) => flipBit(encodeLeaf(value), bit));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 90, size: "max" }), damaged), (value) => {
        expect(decodesStrictly(value, decodeLeaf, encodeLeaf)).toBeNull();
      }),
      { numRuns: 1000 },
    );
    expect(thrown(() => decodeLeaf(Uint8Array.of(3)))).toBeInstanceOf(DecodeError);
  });
});

describe("labels", () => {
  it("name accounts by hexadecimal digits and handles in lower case", () => {
    const id = bytesOf("account", 16);
    expect(accountLabel(id)).toBe(`acct:${toHex(id)}`);
    expect(accountOfLabel(accountLabel(id))).toEqual(id);
    expect(handleLabel("Maple_3")).toBe("handle:maple_3");
    for (const other of ["handle:maple", "acct:", `acct:${toHex(id).toUpperCase()}`, `acct:${toHex(id)}0`]) {
      expect(accountOfLabel(other)).toBeNull();
    }
  });

  it("have an index that their proof shows, for this label and key only", () => {
    const [secret, label] = [bytesOf("vrf"), "handle:maple"];
    const { index, proof } = proveIndex(secret, label);
    expect(verifyIndex(vrfPublicKey(secret), label, proof)).toEqual(index);
    expect(index).toHaveLength(32);
    expect(verifyIndex(vrfPublicKey(secret), "handle:otter", proof)).toBeNull();
    expect(verifyIndex(vrfPublicKey(bytesOf("other")), label, proof)).toBeNull();
  });
});

describe("values", () => {
  it("of handles are read back", () => {
    fc.assert(
      fc.property(bytes(16), u32, (accountId, seq) => {
        expect(decodeHandleValue(handleValue({ accountId, seq }))).toEqual({ accountId, seq });
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 24 }), (value) => {
        expect(decodesStrictly(value, decodeHandleValue, handleValue)).toBeNull();
      }),
    );
  });

  it("are committed to by a keyed hash of everything about them", () => {
    const [opening, value] = [bytesOf("opening", 16), bytesOf("value")];
    const key = sha256(utf8("ODM1 Commitment")).slice(0, 16);
    const content = concat(opening, Uint8Array.of(8), utf8("acct:abc"), Uint8Array.of(0, 0, 0, 5, 32), value);
    const commitment = commitmentOf(opening, "acct:abc", 5, value);
    expect(toHex(commitment)).toBe(createHmac("sha256", key).update(content).digest("hex"));
    const others = [
      commitmentOf(flipBit(opening, 3), "acct:abc", 5, value),
      commitmentOf(opening, "acct:abd", 5, value),
      commitmentOf(opening, "acct:abc", 6, value),
      commitmentOf(opening, "acct:abc", 5, flipBit(value, 9)),
    ];
    expect(new Set([commitment, ...others].map(toHex)).size).toBe(5);
  });
});
