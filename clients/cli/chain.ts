import { malformed, parse, toHex, uint, vector, fromHex, join, type Bytes, type Reader } from "./bytes";
import { labelled, sha256, sign, type KeyPair } from "./crypto";

/* Key chains (keys.md, section 2). Ids, keys and hashes are kept in hexadecimal, which sorts as the bytes do. */

const TYPES = ["genesis", "update", "reset_pending", "reset", "veto", "close"] as const;
export type EntryType = (typeof TYPES)[number];
export const ENTRY_LABEL = "ODM1 KeyChainEntry";
export const ZERO_HASH = "0".repeat(64);

export interface Device {
  id: string;
  key: string;
  addedSeq: number;
}

/** What a signature of an entry signs. */
export interface Body {
  account: string;
  seq: number;
  previous: string;
  /** Unix ms. */
  time: number;
  type: EntryType;
  devices: Device[];
  recovery: string[];
  archiveEpoch: number;
}

export interface Entry extends Body {
  signatures: { keyId: string; signature: string }[];
}

const bytesOf = (body: Body): Bytes =>
  join(
    uint(1, 1),
    fromHex(body.account, 16),
    uint(body.seq, 4),
    fromHex(body.previous, 32),
    uint(body.time, 8),
    uint(TYPES.indexOf(body.type), 1),
    vector(
      ...body.devices.flatMap(({ id, key, addedSeq }) => [fromHex(id, 16), vector(fromHex(key)), uint(addedSeq, 4)]),
    ),
    vector(...body.recovery.map((key) => vector(fromHex(key)))),
    uint(body.archiveEpoch, 4),
  );

/** What the signatures are over. */
export const signedBytes = (body: Body): Bytes => labelled(ENTRY_LABEL, bytesOf(body));

export const encodeEntry = (entry: Entry): Bytes =>
  join(
    bytesOf(entry),
    vector(...entry.signatures.flatMap(({ keyId, signature }) => [fromHex(keyId, 32), vector(fromHex(signature))])),
  );

export const entryHash = (entry: Entry): string => toHex(sha256(encodeEntry(entry)));
export const keyIdOf = (key: string): string => toHex(sha256(fromHex(key)));

function keyFrom(reader: Reader): string {
  const key = reader.vector();
  return key.length === 32 ? toHex(key) : malformed("a key that has not 32 bytes");
}

/** @throws Malformed */
export function decodeEntry(bytes: Uint8Array): Entry {
  return parse(bytes, (reader) => {
    if (reader.uint(1) !== 1) malformed("an entry of another version");
    const entry = {
      account: toHex(reader.bytes(16)),
      seq: reader.uint(4),
      previous: toHex(reader.bytes(32)),
      time: reader.uint(8),
      type: TYPES[reader.uint(1)] ?? malformed("an entry of an unknown type"),
      devices: reader.list((inner) => ({
        id: toHex(inner.bytes(16)),
        key: keyFrom(inner),
        addedSeq: inner.uint(4),
      })),
      recovery: reader.list(keyFrom),
      archiveEpoch: reader.uint(4),
      signatures: reader.list((inner) => {
        const [keyId, signature] = [toHex(inner.bytes(32)), inner.vector()];
        return signature.length === 64 ? { keyId, signature: toHex(signature) } : malformed("a signature");
      }),
    };
    const { devices, recovery, signatures } = entry;
    return devices.length > 20 || recovery.length > 2 || signatures.length > 42 ? malformed("a long list") : entry;
  });
}

/** The entry with the signatures of these keys besides those that it has. */
export function signEntry(body: Body & Partial<Entry>, keys: readonly KeyPair[]): Entry {
  const content = signedBytes(body);
  const added = keys.map((key) => ({
    keyId: keyIdOf(toHex(key.public)),
    signature: toHex(sign(key.secret, content)),
  }));
  const signatures = [...(body.signatures ?? []), ...added];
  return { ...body, signatures: signatures.toSorted((a, b) => (a.keyId < b.keyId ? -1 : 1)) };
}
