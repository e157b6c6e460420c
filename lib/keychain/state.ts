import { decode, DecodeError, encode, type Bytes } from "@/lib/bytes/tls";
import {
  MAX_DEVICES,
  MAX_RECOVERY_KEYS,
  readDevice,
  readKey,
  readType,
  writeDevice,
  writeType,
  type ChainDevice,
  type EntryType,
} from "@/lib/keychain/entry";

/** Why a chain of keys is not valid. */
export const KEY_CHAIN_FAULTS = [
  // Its place in the chain.
  "empty",
  "account",
  "genesis",
  "seq",
  "fork",
  "rollback",
  "closed",
  "time_decreased",
  "time_in_future",
  "time_stale",
  // Its lists.
  "no_device",
  "too_many_devices",
  "unsorted_devices",
  "unsorted_recovery_keys",
  "too_many_recovery_keys",
  "duplicate_key",
  "device_changed",
  "added_seq",
  "device_returned",
  "key_returned",
  "devices_changed",
  "archive_epoch",
  // Its signatures.
  "unsorted_signatures",
  "bad_signature",
  "unknown_signer",
  "revoked_signer",
  "unsigned_device",
  "unauthorised",
  // Resets.
  "reset_is_pending",
  "no_reset_pending",
  "reset_changed",
  "reset_too_early",
  "vetoed",
] as const;
export type KeyChainFault = (typeof KEY_CHAIN_FAULTS)[number];

/** A chain of keys that is not valid. */
export class KeyChainError extends Error {
  override readonly name = "KeyChainError";

  constructor(
    readonly code: KeyChainFault,
    /** The seq of the entry at fault, or null when there is none. */
    readonly seq: number | null,
  ) {
    super(`key chain: ${code}${seq === null ? "" : ` in entry ${seq}`}`);
  }
}

/** A reset that was announced, with what it will make of the account. */
export interface PendingReset {
  seq: number;
  /** Unix time in milliseconds. The reset is valid 72 hours later. */
  timeMs: number;
  devices: ChainDevice[];
  recoveryKeys: Uint8Array[];
  archiveEpoch: number;
}

/** What a verified chain says. Clients keep it as what they know of an account, and verify later entries from it. */
export interface KeyChainState {
  /** 16 bytes. */
  accountId: Uint8Array;
  /** The newest entry: its seq, hash, type and time (Unix ms). */
  seq: number;
  head: Uint8Array;
  type: EntryType;
  timeMs: number;
  /** The devices that may sign now. A pending reset does not change them. */
  devices: ChainDevice[];
  recoveryKeys: Uint8Array[];
  archiveEpoch: number;
  pendingReset: PendingReset | null;
  /** Removed devices and keys, in the order of their removal. They never return. */
  retiredIds: Uint8Array[];
  retiredKeys: Uint8Array[];
}

const STATE_VERSION = 1;

/** The bytes in which a client may store a state. They are no part of the protocol. */
export function encodeState(state: KeyChainState): Bytes {
  return encode((writer) => {
    writer.u8(STATE_VERSION).fixed(state.accountId, 16).u32(state.seq).fixed(state.head, 32);
    writeType(writer, state.type);
    writer
      .u64(state.timeMs)
      .vector(state.devices, writeDevice)
      .vector(state.recoveryKeys, (inner, key) => inner.opaque(key))
      .u32(state.archiveEpoch)
      .vector(state.retiredIds, (inner, id) => inner.fixed(id, 16))
      .vector(state.retiredKeys, (inner, key) => inner.opaque(key))
      .vector(state.pendingReset === null ? [] : [state.pendingReset], (inner, pending) =>
        inner
          .u32(pending.seq)
          .u64(pending.timeMs)
          .vector(pending.devices, writeDevice)
          .vector(pending.recoveryKeys, (keys, key) => keys.opaque(key))
          .u32(pending.archiveEpoch),
      );
  });
}

/** @throws DecodeError for bytes that `encodeState` did not make */
export function decodeState(bytes: Uint8Array): KeyChainState {
  return decode(bytes, (reader) => {
    if (reader.u8() !== STATE_VERSION) throw new DecodeError("an unknown version of state");
    return {
      accountId: reader.fixed(16),
      seq: reader.u32(),
      head: reader.fixed(32),
      type: readType(reader),
      timeMs: reader.u64(),
      devices: reader.vector(readDevice, MAX_DEVICES),
      recoveryKeys: reader.vector(readKey, MAX_RECOVERY_KEYS),
      archiveEpoch: reader.u32(),
      retiredIds: reader.vector((inner) => inner.fixed(16)),
      retiredKeys: reader.vector(readKey),
      pendingReset:
        reader.vector(
          (inner) => ({
            seq: inner.u32(),
            timeMs: inner.u64(),
            devices: inner.vector(readDevice, MAX_DEVICES),
            recoveryKeys: inner.vector(readKey, MAX_RECOVERY_KEYS),
            archiveEpoch: inner.u32(),
          }),
          1,
        )[0] ?? null,
    };
  });
}
