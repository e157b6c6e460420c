import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, toBase64 } from "@/lib/bytes/encoding";
import { DecodeError } from "@/lib/bytes/tls";
import {
  cosignedAt,
  cosignNote,
  encodeCheckpoint,
  encodeNote,
  encodeVerifierKey,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  signNote,
  verifyNote,
  type NoteKey,
} from "@/lib/transparency/note";
import { bytesOf, flipBit, thrown } from "@/testing/bytes";
import { keyOf } from "@/testing/key-chain";

const log: NoteKey = { name: "log.example", type: "ed25519", publicKey: keyOf("log").publicKey };
const witness: NoteKey = { name: "w.example", type: "cosignature", publicKey: keyOf("witness").publicKey };
const TEXT = encodeCheckpoint({ origin: "log.example", size: 7, root: bytesOf("root") });

/** Whether it throws a DecodeError or nothing. */
const strict = (run: () => unknown) => {
  const error = thrown(run);
  return error === null || error instanceof DecodeError;
};

describe("signed notes", () => {
  it("are those of the specification: its key and note verify", () => {
    const key = parseVerifierKey("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    const note =
      "If you think cryptography is the answer to your problem,\n" +
      "then you don't know what your problem is.\n\n" +
      "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    expect(verifyNote(parseNote(note), key)).toBe(true);
    expect(verifyNote(parseNote(note.replace("your problem,", "his problem,")), key)).toBe(false);
    expect(encodeNote(parseNote(note))).toBe(note);
    expect(encodeVerifierKey(key)).toBe("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
  });

  it("are verified by the key that signed them, among signatures of others, and by no other", async () => {
    const signatures = [
      await signNote(TEXT, "other.example", keyOf("other")),
      await signNote(TEXT, log.name, keyOf("log")),
      await cosignNote(TEXT, witness.name, keyOf("witness"), 1_700_000_000),
    ];
    const note = parseNote(encodeNote({ text: TEXT, signatures }));
    expect(verifyNote(note, log)).toBe(true);
    expect(cosignedAt(note, witness)).toBe(1_700_000_000);
    expect(verifyNote(note, { ...log, name: "log2.example" })).toBe(false);
    expect(verifyNote(note, { ...log, publicKey: keyOf("other").publicKey })).toBe(false);
    // A witness's signature is none of a log, and the other way round.
    expect(verifyNote(note, { ...witness, type: "ed25519" })).toBe(false);
    expect(verifyNote(note, witness)).toBe(false);
    expect(cosignedAt(note, { ...log, type: "cosignature" })).toBeNull();
    expect(cosignedAt(note, log)).toBeNull();
  });

  it("are refused when a bit of a signature, the time of a cosignature or the text is another", async () => {
    const signature = await signNote(TEXT, log.name, keyOf("log"));
    const cosignature = await cosignNote(TEXT, witness.name, keyOf("witness"), 1_700_000_000);
    fc.assert(
      fc.property(fc.nat(64 * 8 - 1), fc.nat(72 * 8 - 1), (bit, other) => {
        const changed = { ...signature, signature: flipBit(signature.signature, bit) };
        expect(verifyNote({ text: TEXT, signatures: [changed] }, log)).toBe(false);
        const late = { ...cosignature, signature: flipBit(cosignature.signature, other) };
        expect(cosignedAt({ text: TEXT, signatures: [late] }, witness)).toBeNull();
      }),
      { numRuns: 40 },
    );
    expect(verifyNote({ text: TEXT, signatures: [{ ...signature, name: "other.example" }] }, log)).toBe(false);
    expect(verifyNote({ text: `${TEXT}more\n`, signatures: [signature] }, log)).toBe(false);
    expect(cosignedAt({ text: `${TEXT}more\n`, signatures: [cosignature] }, witness)).toBeNull();
  });

  it("are read back as they were written, and nothing else is read", () => {
    const name = fc.stringMatching(/^[\w./]{1,12}$/);
    const signature = fc.record({
      name,
      keyHash: fc.uint8Array({ minLength: 4, maxLength: 4 }),
      signature: fc.uint8Array({ minLength: 1, maxLength: 80 }),
    });
    const text = fc.array(fc.stringMatching(/^[ -~ä]{1,20}$/), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(text, fc.array(signature, { minLength: 1, maxLength: 4 }), (lines, signatures) => {
        const note = { text: `${lines.join("\n")}\n`, signatures };
        expect(parseNote(encodeNote(note))).toEqual(note);
      }),
    );
    const parts = fc.constantFrom("\n", "\n\n", "— ", "log.example", " ", toBase64(bytesOf("x")), "text", "\t", "==");
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (pieces) => {
        const note = pieces.join("");
        expect(strict(() => expect(encodeNote(parseNote(note))).toBe(note))).toBe(true);
      }),
      { numRuns: 500 },
    );
    for (const wrong of [
      "",
      "\n\n",
      "text\n",
      "text\n\n",
      "text\n\n— a b",
      "text\n\n- a AAAAAAA=\n",
      "a\tb\n\n— a AAAAAAA=\n",
    ]) {
      expect(
        thrown(() => parseNote(wrong)),
        wrong,
      ).toBeInstanceOf(DecodeError);
    }
  });

  it("have names without spaces and plus signs", async () => {
    for (const wrong of ["", "a b", "a+b", "a\u2003b"]) {
      await expect(signNote(TEXT, wrong, keyOf("log"))).rejects.toThrow(RangeError);
      await expect(cosignNote(TEXT, wrong, keyOf("log"), 1)).rejects.toThrow(RangeError);
    }
  });
});

describe("keys of notes", () => {
  it("are read back, and refused with another hash, type or length", () => {
    for (const key of [log, witness]) expect(parseVerifierKey(encodeVerifierKey(key))).toEqual(key);
    const line = encodeVerifierKey(log);
    const unknown = toBase64(concat(Uint8Array.of(2), log.publicKey));
    for (const wrong of [
      line.replace("log.", "lag."),
      line.slice(0, -4),
      `log.example+00000000+${toBase64(concat(Uint8Array.of(1), log.publicKey))}`,
      `log.example+00000000+${unknown}`,
      "",
    ]) {
      expect(
        thrown(() => parseVerifierKey(wrong)),
        wrong,
      ).toBeInstanceOf(DecodeError);
    }
    fc.assert(fc.property(fc.string(), (text) => strict(() => parseVerifierKey(text))));
  });
});

describe("checkpoints", () => {
  it("are read back, with or without extensions", () => {
    const root = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~]{1,20}$/), fc.maxSafeNat(), root, (origin, size, hash) => {
        const checkpoint = { origin, size, root: hash };
        expect(parseCheckpoint(encodeCheckpoint(checkpoint))).toEqual(checkpoint);
        expect(parseCheckpoint(`${encodeCheckpoint(checkpoint)}extension\n`)).toEqual(checkpoint);
      }),
    );
  });

  it("are refused in any other form", () => {
    const hash = toBase64(bytesOf("root"));
    for (const wrong of [
      "",
      `o\n1\n${hash}`,
      `\n1\n${hash}\n`,
      `o\n01\n${hash}\n`,
      `o\n-1\n${hash}\n`,
      `o\n1e3\n${hash}\n`,
      `o\n9007199254740992\n${hash}\n`,
      `o\n1\n${hash.slice(4)}\n`,
      `o\n1\n${hash}\n\n`,
    ]) {
      expect(
        thrown(() => parseCheckpoint(wrong)),
        wrong,
      ).toBeInstanceOf(DecodeError);
    }
  });
});
