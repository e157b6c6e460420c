import { compare, equal } from "@/lib/bytes/encoding";
import type { ChainDevice, EntryType, KeyChainTBS } from "@/lib/keychain/entry";
import { KeyChainError, type KeyChainState } from "@/lib/keychain/state";

/** A device that is not in the chain yet. */
export type NewDevice = Pick<ChainDevice, "deviceId" | "sigKey">;

/** The time now (Unix ms). An entry never gets a time before the one of its predecessor. */
interface Timed {
  timeMs: number;
}

const sortedDevices = (devices: readonly ChainDevice[]) =>
  devices.toSorted((left, right) => compare(left.deviceId, right.deviceId));
const sortedKeys = (keys: readonly Uint8Array[]) => keys.toSorted(compare);
const listed = (devices: readonly NewDevice[], addedSeq: number) =>
  sortedDevices(devices.map(({ deviceId, sigKey }) => ({ deviceId, sigKey, addedSeq })));

/** An entry after `state` that changes nothing but what is in `changes`. */
function next(state: KeyChainState, type: EntryType, timeMs: number, changes: Partial<KeyChainTBS>): KeyChainTBS {
  return {
    accountId: state.accountId,
    seq: state.seq + 1,
    prevHash: state.head,
    timeMs: Math.max(timeMs, state.timeMs),
    type,
    devices: state.devices,
    recoveryKeys: state.recoveryKeys,
    archiveEpoch: state.archiveEpoch,
    ...changes,
  };
}

/** The first entry of an account. All its devices must sign it. */
export function genesis(options: {
  accountId: Uint8Array;
  devices: readonly NewDevice[];
  recoveryKeys?: readonly Uint8Array[];
  timeMs: number;
}): KeyChainTBS {
  return {
    accountId: options.accountId,
    seq: 0,
    prevHash: new Uint8Array(32),
    timeMs: options.timeMs,
    type: "genesis",
    devices: listed(options.devices, 0),
    recoveryKeys: sortedKeys(options.recoveryKeys ?? []),
    archiveEpoch: 0,
  };
}

/**
 * Several changes at once. A device or a recovery key from before must sign it, and all devices that are added. The
 * archive epoch grows by one when a device is removed or `newArchiveEpoch` is set.
 */
export function update(
  state: KeyChainState,
  options: Timed & {
    add?: readonly NewDevice[];
    remove?: readonly Uint8Array[];
    recoveryKeys?: readonly Uint8Array[];
    newArchiveEpoch?: boolean;
  },
): KeyChainTBS {
  const { add = [], remove = [], recoveryKeys = state.recoveryKeys, newArchiveEpoch = false, timeMs } = options;
  const kept = state.devices.filter(({ deviceId }) => !remove.some((id) => equal(id, deviceId)));
  const removes = kept.length < state.devices.length;
  return next(state, "update", timeMs, {
    devices: sortedDevices([...kept, ...listed(add, state.seq + 1)]),
    recoveryKeys: sortedKeys(recoveryKeys),
    archiveEpoch: state.archiveEpoch + (removes || newArchiveEpoch ? 1 : 0),
  });
}

/** Signed by a device or a recovery key from before, and by the new device. */
export function addDevice(state: KeyChainState, { device, timeMs }: Timed & { device: NewDevice }): KeyChainTBS {
  return update(state, { add: [device], timeMs });
}

/** Signed by a device or a recovery key from before, which may be the removed device itself. */
export function removeDevice(
  state: KeyChainState,
  { deviceId, timeMs }: Timed & { deviceId: Uint8Array },
): KeyChainTBS {
  return update(state, { remove: [deviceId], timeMs });
}

/** Replaces the recovery keys. Signed by a device or a recovery key from before. */
export function setRecovery(
  state: KeyChainState,
  { recoveryKeys, timeMs }: Timed & { recoveryKeys: readonly Uint8Array[] },
): KeyChainTBS {
  return update(state, { recoveryKeys, timeMs });
}

/** Announces a reset to these devices, all of which must sign it. */
export function resetPending(
  state: KeyChainState,
  options: Timed & { devices: readonly NewDevice[]; recoveryKeys?: readonly Uint8Array[] },
): KeyChainTBS {
  return next(state, "reset_pending", options.timeMs, {
    devices: listed(options.devices, state.seq + 1),
    recoveryKeys: sortedKeys(options.recoveryKeys ?? []),
    archiveEpoch: state.archiveEpoch + 1,
  });
}

/**
 * Carries out the announced reset. All devices that it proposes must sign it.
 * @throws KeyChainError `no_reset_pending`
 */
export function reset(state: KeyChainState, { timeMs }: Timed): KeyChainTBS {
  if (state.pendingReset === null) throw new KeyChainError("no_reset_pending", state.seq);
  const { devices, recoveryKeys, archiveEpoch } = state.pendingReset;
  return next(state, "reset", timeMs, { devices, recoveryKeys, archiveEpoch });
}

/** Ends the announced reset. Signed by an active device or recovery key. */
export function veto(state: KeyChainState, { timeMs }: Timed): KeyChainTBS {
  return next(state, "veto", timeMs, {});
}

/** Ends the chain. Signed by an active device or recovery key. */
export function close(state: KeyChainState, { timeMs }: Timed): KeyChainTBS {
  return next(state, "close", timeMs, { devices: [], recoveryKeys: [] });
}
