import { sha256 } from "@noble/hashes/sha2.js";
import { compare } from "@/lib/bytes/encoding";
import { decode, DecodeError, encode, type Bytes, type TlsReader, type TlsWriter } from "@/lib/bytes/tls";
import { keyId, signWithLabel, type Signer } from "@/lib/keychain/signing";

export const MAX_DEVICES = 20;
export const MAX_RECOVERY_KEYS = 2;
export const ENTRY_LABEL = "ODM1 KeyChainEntry";

const VERSION = 1;
const KEY_LENGTH = 32;
const SIGNATURE_LENGTH = 64;
/** Devices before and after, and recovery keys. */
const MAX_SIGNATURES = 2 * MAX_DEVICES + MAX_RECOVERY_KEYS;

/** In the order of their numbers. */
const ENTRY_TYPES = ["genesis", "update", "reset_pending", "reset", "veto", "close"] as const;
export type EntryType = (typeof ENTRY_TYPES)[number];

/** A device of an account and its Ed25519 key. */
export interface ChainDevice {
  /** 16 bytes. */
  deviceId: Uint8Array;
  /** 32 bytes. */
  sigKey: Uint8Array;
  /** The seq of the entry that lists this device for the first time. */
  addedSeq: number;
}

/** What the signatures of an entry sign. */
export interface KeyChainTBS {
  /** 16 bytes. */
  accountId: Uint8Array;
  seq: number;
  /** The hash of the entry before, or 32 zero bytes in the first. */
  prevHash: Uint8Array;
  /** Unix time in milliseconds. */
  timeMs: number;
  type: EntryType;
  /** All active devices, sorted by id. In `reset_pending` they are those that the reset will leave. */
  devices: ChainDevice[];
  /** Sorted Ed25519 keys that the recovery secrets derive; in `reset_pending` likewise those of the reset. */
  recoveryKeys: Uint8Array[];
  archiveEpoch: number;
}

export interface KeyChainEntry {
  tbs: KeyChainTBS;
  /** Sorted by key id. */
  sigs: { keyId: Uint8Array; sig: Uint8Array }[];
}

/** Writes a `Device`. */
export function writeDevice(writer: TlsWriter, device: ChainDevice): void {
  writer.fixed(device.deviceId, 16).opaque(device.sigKey).u32(device.addedSeq);
}

/** Reads an Ed25519 key. */
export function readKey(reader: TlsReader): Bytes {
  const key = reader.opaque(KEY_LENGTH);
  if (key.length !== KEY_LENGTH) throw new DecodeError(`a key of ${key.length} bytes`);
  return key;
}

/** Reads a `Device`. */
export function readDevice(reader: TlsReader): ChainDevice {
  return { deviceId: reader.fixed(16), sigKey: readKey(reader), addedSeq: reader.u32() };
}

/** Writes an `EntryType`. */
export function writeType(writer: TlsWriter, type: EntryType): void {
  writer.u8(ENTRY_TYPES.indexOf(type));
}

/** Reads an `EntryType`. */
export function readType(reader: TlsReader): EntryType {
  const type = ENTRY_TYPES[reader.u8()];
  if (type === undefined) throw new DecodeError("an unknown type of entry");
  return type;
}

/** The bytes that are signed. */
export function encodeTbs(tbs: KeyChainTBS): Bytes {
  return encode((writer) => {
    writer.u8(VERSION).fixed(tbs.accountId, 16).u32(tbs.seq).fixed(tbs.prevHash, 32).u64(tbs.timeMs);
    writeType(writer, tbs.type);
    writer
      .vector(tbs.devices, writeDevice)
      .vector(tbs.recoveryKeys, (inner, key) => inner.opaque(key))
      .u32(tbs.archiveEpoch);
  });
}

function readTbs(reader: TlsReader): KeyChainTBS {
  if (reader.u8() !== VERSION) throw new DecodeError("an unknown version of entry");
  return {
    accountId: reader.fixed(16),
    seq: reader.u32(),
    prevHash: reader.fixed(32),
    timeMs: reader.u64(),
    type: readType(reader),
    devices: reader.vector(readDevice, MAX_DEVICES),
    recoveryKeys: reader.vector(readKey, MAX_RECOVERY_KEYS),
    archiveEpoch: reader.u32(),
  };
}

export function encodeEntry(entry: KeyChainEntry): Bytes {
  return encode((writer) =>
    writer.raw(encodeTbs(entry.tbs)).vector(entry.sigs, (inner, { keyId: id, sig }) => inner.fixed(id, 32).opaque(sig)),
  );
}

/** @throws DecodeError for bytes that are no entry, whatever it says */
export function decodeEntry(bytes: Uint8Array): KeyChainEntry {
  return decode(bytes, (reader) => ({
    tbs: readTbs(reader),
    sigs: reader.vector((inner) => {
      const [id, sig] = [inner.fixed(32), inner.opaque(SIGNATURE_LENGTH)];
      if (sig.length !== SIGNATURE_LENGTH) throw new DecodeError(`a signature of ${sig.length} bytes`);
      return { keyId: id, sig };
    }, MAX_SIGNATURES),
  }));
}

/** What the next entry names this one by, and what the log commits to: SHA-256 of all its bytes. */
export function entryHash(entry: KeyChainEntry): Uint8Array {
  return sha256(encodeEntry(entry));
}

/** The entry that all these signers sign. Which signers it needs, `verifyNext` says. */
export async function signEntry(tbs: KeyChainTBS, signers: readonly Signer[]): Promise<KeyChainEntry> {
  const content = encodeTbs(tbs);
  const sigs = await Promise.all(
    signers.map(async (signer) => ({
      keyId: keyId(signer.publicKey),
      sig: await signWithLabel(signer, ENTRY_LABEL, content),
    })),
  );
  return { tbs, sigs: sigs.toSorted((left, right) => compare(left.keyId, right.keyId)) };
}
