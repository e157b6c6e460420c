import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { fromHex, fromUtf8, toHex, utf8 } from "@/lib/bytes/encoding";
import { decode, DecodeError, encode, type Bytes } from "@/lib/bytes/tls";
import { vrfProve, vrfVerify } from "@/lib/transparency/vrf";

/** An entry of the log. */
export type LogLeaf =
  /** The first entry, and only that one: what the log is, and the key of its verifiable random function. */
  | { kind: "config"; origin: string; vrfPublicKey: Uint8Array; timeMs: number }
  /** A new value of an index of the map, hidden in a commitment. Versions of an index count from 0. */
  | { kind: "map_update"; index: Uint8Array; version: number; commitment: Uint8Array }
  /** The root of the map after all entries before this one, whose number is `coversSize`. */
  | { kind: "map_root"; coversSize: number; mapRoot: Uint8Array; timeMs: number }
  /** The SHA-256 of the manifest of a published version of the code. */
  | { kind: "code_manifest"; semver: string; sha256: Uint8Array };

const [CONFIG, MAP_UPDATE, MAP_ROOT, CODE_MANIFEST] = [0x00, 0x01, 0x02, 0x10];
const MAX_TEXT = 255;

export function encodeLeaf(leaf: LogLeaf): Bytes {
  return encode((writer) => {
    switch (leaf.kind) {
      case "config":
        return writer.u8(CONFIG).fixed(leaf.vrfPublicKey, 32).opaque(utf8(leaf.origin)).u64(leaf.timeMs);
      case "map_update":
        return writer.u8(MAP_UPDATE).fixed(leaf.index, 32).u32(leaf.version).fixed(leaf.commitment, 32);
      case "map_root":
        return writer.u8(MAP_ROOT).u64(leaf.coversSize).fixed(leaf.mapRoot, 32).u64(leaf.timeMs);
      case "code_manifest":
        return writer.u8(CODE_MANIFEST).opaque(utf8(leaf.semver)).fixed(leaf.sha256, 32);
    }
  });
}

/** @throws DecodeError for bytes that are no entry of a log */
export function decodeLeaf(bytes: Uint8Array): LogLeaf {
  return decode(bytes, (reader): LogLeaf => {
    const kind = reader.u8();
    switch (kind) {
      case CONFIG: {
        const vrfPublicKey = reader.fixed(32);
        return { kind: "config", vrfPublicKey, origin: fromUtf8(reader.opaque(MAX_TEXT)), timeMs: reader.u64() };
      }
      case MAP_UPDATE:
        return { kind: "map_update", index: reader.fixed(32), version: reader.u32(), commitment: reader.fixed(32) };
      case MAP_ROOT:
        return { kind: "map_root", coversSize: reader.u64(), mapRoot: reader.fixed(32), timeMs: reader.u64() };
      case CODE_MANIFEST:
        return { kind: "code_manifest", semver: fromUtf8(reader.opaque(MAX_TEXT)), sha256: reader.fixed(32) };
      default:
        throw new DecodeError(`an entry of the unknown kind ${kind}`);
    }
  });
}

/** The key of all commitments: the first 16 bytes of SHA-256("ODM1 Commitment"). It is no secret. */
const COMMITMENT_KEY = fromHex("05a64d7ac9701f532403d99b959cf655");

/** The label of the key chain of an account, whose value is the hash of the newest entry and version is its seq. */
export function accountLabel(accountId: Uint8Array): string {
  return `acct:${toHex(accountId)}`;
}

/** The label of a handle, whose value is `handleValue`. */
export function handleLabel(handle: string): string {
  return `handle:${handle.toLowerCase()}`;
}

/** The account that a label of an account names, or null for other labels. */
export function accountOfLabel(label: string): Bytes | null {
  const [, digits] = /^acct:([\da-f]{32})$/.exec(label) ?? [];
  return digits === undefined ? null : fromHex(digits);
}

/** The value of a handle: who has it, and the seq of the newest entry of that account when it was given. */
export interface HandleOwner {
  /** 16 bytes; all zero when nobody has the handle any more. */
  accountId: Uint8Array;
  seq: number;
}

export function handleValue({ accountId, seq }: HandleOwner): Bytes {
  return encode((writer) => writer.fixed(accountId, 16).u32(seq));
}

/** @throws DecodeError */
export function decodeHandleValue(value: Uint8Array): HandleOwner {
  return decode(value, (reader) => ({ accountId: reader.fixed(16), seq: reader.u32() }));
}

/**
 * What the log says of a value. Only who has the opening (16 random bytes) can tell which value it is; without it,
 * nobody ever can.
 */
export function commitmentOf(opening: Uint8Array, label: string, version: number, value: Uint8Array): Uint8Array {
  const content = encode((writer) => writer.fixed(opening, 16).opaque(utf8(label)).u32(version).opaque(value));
  return hmac(sha256, COMMITMENT_KEY, content);
}

/** The index of a label (32 bytes) and the proof that it is the only one. For the holder of the secret key. */
export function proveIndex(vrfSecretKey: Uint8Array, label: string): { index: Uint8Array; proof: Uint8Array } {
  const { output, proof } = vrfProve(vrfSecretKey, utf8(label));
  return { index: output.slice(0, 32), proof };
}

/** The index of a label that the proof proves, or null. */
export function verifyIndex(vrfPublicKey: Uint8Array, label: string, proof: Uint8Array): Uint8Array | null {
  return vrfVerify(vrfPublicKey, utf8(label), proof)?.slice(0, 32) ?? null;
}
