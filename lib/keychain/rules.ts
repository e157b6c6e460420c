import { compare, equal, toHex } from "@/lib/bytes/encoding";
import {
  ENTRY_LABEL,
  encodeTbs,
  entryHash,
  MAX_DEVICES,
  MAX_RECOVERY_KEYS,
  type ChainDevice,
  type KeyChainEntry,
  type KeyChainTBS,
} from "@/lib/keychain/entry";
import { keyId, verifyWithLabel } from "@/lib/keychain/signing";
import { KeyChainError, type KeyChainFault, type KeyChainState } from "@/lib/keychain/state";

/** How long a reset must have been announced, in milliseconds of the times in the entries. */
export const RESET_DELAY_MS = 72 * 3_600_000;
/** By how much the clock of a device may differ from the clock of whoever verifies what it signed. */
export const MAX_CLOCK_SKEW_MS = 10 * 60_000;

/** Throws what is wrong with one entry. */
type Fail = (code: KeyChainFault) => never;

const sameDevice = (left: ChainDevice, right: ChainDevice) =>
  equal(left.deviceId, right.deviceId) && equal(left.sigKey, right.sigKey) && left.addedSeq === right.addedSeq;
const sameDevices = (left: readonly ChainDevice[], right: readonly ChainDevice[]) =>
  left.length === right.length && left.every((device, at) => right[at] !== undefined && sameDevice(device, right[at]));
const sameKeys = (left: readonly Uint8Array[], right: readonly Uint8Array[]) =>
  left.length === right.length && left.every((key, at) => right[at] !== undefined && equal(key, right[at]));
const ascending = (items: readonly Uint8Array[]) =>
  items.every((item, at) => at === 0 || compare(items[at - 1] ?? item, item) < 0);
const keysOf = ({ devices, recoveryKeys }: Pick<KeyChainTBS, "devices" | "recoveryKeys">) => [
  ...devices.map(({ sigKey }) => sigKey),
  ...recoveryKeys,
];
const hexSet = (items: readonly Uint8Array[]) => new Set(items.map(toHex));

/** Checks where the entry stands: its account, place and time. */
function checkPlace(previous: KeyChainState | null, tbs: KeyChainTBS, at: number, fail: Fail): void {
  if ((previous === null) !== (tbs.type === "genesis")) fail("genesis");
  if (previous === null) {
    if (tbs.seq !== 0) fail("seq");
    if (tbs.prevHash.some((byte) => byte !== 0)) fail("fork");
  } else {
    if (!equal(tbs.accountId, previous.accountId)) fail("account");
    if (tbs.seq !== previous.seq + 1) fail("seq");
    if (!equal(tbs.prevHash, previous.head)) fail("fork");
    if (previous.type === "close") fail("closed");
    if (tbs.timeMs < previous.timeMs) fail("time_decreased");
  }
  if (tbs.timeMs > at + MAX_CLOCK_SKEW_MS) fail("time_in_future");
}

/** Checks what can be said of the lists of an entry without those before it. */
function checkLists(tbs: KeyChainTBS, fail: Fail): void {
  // Who closes an account leaves nobody who could sign for it.
  if (tbs.type === "close" && tbs.devices.length + tbs.recoveryKeys.length > 0) fail("devices_changed");
  if (tbs.type !== "close" && tbs.devices.length === 0) fail("no_device");
  if (tbs.devices.length > MAX_DEVICES) fail("too_many_devices");
  if (!ascending(tbs.devices.map(({ deviceId }) => deviceId))) fail("unsorted_devices");
  if (tbs.recoveryKeys.length > MAX_RECOVERY_KEYS) fail("too_many_recovery_keys");
  const keys = keysOf(tbs);
  if (hexSet(keys).size !== keys.length) fail("duplicate_key");
  if (!ascending(tbs.recoveryKeys)) fail("unsorted_recovery_keys");
}

/** Checks the devices and keys that an entry adds. None may have been removed before, or serve for something else. */
function checkAdded(previous: KeyChainState, tbs: KeyChainTBS, kept: readonly ChainDevice[], fail: Fail): void {
  const ids = hexSet(previous.retiredIds);
  const keys = hexSet([...previous.retiredKeys, ...keysOf(previous)]);
  for (const device of tbs.devices) {
    if (kept.includes(device)) continue;
    if (ids.has(toHex(device.deviceId))) fail("device_returned");
    if (keys.has(toHex(device.sigKey))) fail("key_returned");
    if (device.addedSeq !== tbs.seq) fail("added_seq");
  }
  for (const key of tbs.recoveryKeys) {
    const stays = tbs.type !== "reset_pending" && previous.recoveryKeys.some((other) => equal(key, other));
    if (!stays && keys.has(toHex(key))) fail("key_returned");
  }
}

/** Who must sign an entry. */
interface Authority {
  /** Every one of these keys. */
  all: Uint8Array[];
  /** Besides, at least one of these, when there are any. */
  any: Uint8Array[];
}

function checkUpdate(previous: KeyChainState, tbs: KeyChainTBS, fail: Fail): Authority {
  // It would be unclear whether the reset replaces the devices before or after the update.
  if (previous.pendingReset !== null) fail("reset_is_pending");
  const kept: ChainDevice[] = [];
  for (const device of tbs.devices) {
    const before = previous.devices.find(({ deviceId }) => equal(deviceId, device.deviceId));
    if (before === undefined) continue;
    if (!equal(before.sigKey, device.sigKey)) fail("device_changed");
    if (before.addedSeq !== device.addedSeq) fail("added_seq");
    kept.push(device);
  }
  checkAdded(previous, tbs, kept, fail);
  const removes = kept.length < previous.devices.length;
  if (tbs.archiveEpoch < previous.archiveEpoch + (removes ? 1 : 0)) fail("archive_epoch");
  const added = tbs.devices.filter((device) => !kept.includes(device));
  return { all: added.map(({ sigKey }) => sigKey), any: keysOf(previous) };
}

/**
 * An announced reset lists the devices that it proposes, which are all new, and is signed by all of them. The devices
 * before stay active. Another announcement replaces it and starts the 72 hours again, because somebody may lose the
 * new device too.
 */
function checkResetPending(previous: KeyChainState, tbs: KeyChainTBS, fail: Fail): Authority {
  if (tbs.devices.some(({ deviceId }) => previous.devices.some((other) => equal(deviceId, other.deviceId)))) {
    fail("device_returned");
  }
  checkAdded(previous, tbs, [], fail);
  if (tbs.archiveEpoch <= previous.archiveEpoch) fail("archive_epoch");
  return { all: tbs.devices.map(({ sigKey }) => sigKey), any: [] };
}

function checkReset(previous: KeyChainState, tbs: KeyChainTBS, fail: Fail): Authority {
  const pending = previous.pendingReset;
  if (pending === null) return fail(previous.type === "veto" ? "vetoed" : "no_reset_pending");
  const same =
    sameDevices(tbs.devices, pending.devices) &&
    sameKeys(tbs.recoveryKeys, pending.recoveryKeys) &&
    tbs.archiveEpoch === pending.archiveEpoch;
  if (!same) fail("reset_changed");
  if (tbs.timeMs < pending.timeMs + RESET_DELAY_MS) fail("reset_too_early");
  return { all: pending.devices.map(({ sigKey }) => sigKey), any: [] };
}

function checkVeto(previous: KeyChainState, tbs: KeyChainTBS, fail: Fail): Authority {
  if (previous.pendingReset === null) fail("no_reset_pending");
  if (!sameDevices(tbs.devices, previous.devices)) fail("devices_changed");
  if (!sameKeys(tbs.recoveryKeys, previous.recoveryKeys)) fail("devices_changed");
  if (tbs.archiveEpoch !== previous.archiveEpoch) fail("archive_epoch");
  return { all: [], any: keysOf(previous) };
}

function authorityOf(previous: KeyChainState | null, tbs: KeyChainTBS, fail: Fail): Authority {
  if (previous === null) {
    if (tbs.devices.some(({ addedSeq }) => addedSeq !== 0)) fail("added_seq");
    return { all: tbs.devices.map(({ sigKey }) => sigKey), any: [] };
  }
  switch (tbs.type) {
    case "update":
      return checkUpdate(previous, tbs, fail);
    case "reset_pending":
      return checkResetPending(previous, tbs, fail);
    case "reset":
      return checkReset(previous, tbs, fail);
    case "veto":
      return checkVeto(previous, tbs, fail);
    case "close":
      if (tbs.archiveEpoch < previous.archiveEpoch) fail("archive_epoch");
      return { all: [], any: keysOf(previous) };
    case "genesis":
      return fail("genesis");
  }
}

function checkSignatures(
  { tbs, sigs }: KeyChainEntry,
  { all, any }: Authority,
  previous: KeyChainState | null,
  fail: Fail,
): void {
  if (!ascending(sigs.map(({ keyId: id }) => id))) fail("unsorted_signatures");
  const content = encodeTbs(tbs);
  const allowed = new Map([...all, ...any].map((key) => [toHex(keyId(key)), key]));
  const former = [...(previous?.retiredKeys ?? []), ...(previous === null ? [] : keysOf(previous))];
  const revoked = hexSet(former.map(keyId));
  const signed = new Set<string>();
  for (const { keyId: id, sig } of sigs) {
    const key = allowed.get(toHex(id));
    if (key === undefined) return fail(revoked.has(toHex(id)) ? "revoked_signer" : "unknown_signer");
    if (!verifyWithLabel(key, ENTRY_LABEL, content, sig)) fail("bad_signature");
    signed.add(toHex(key));
  }
  if (!all.every((key) => signed.has(toHex(key)))) fail("unsigned_device");
  if (any.length > 0 && !any.some((key) => signed.has(toHex(key)))) fail("unauthorised");
}

/** The state after an entry that is valid. */
function after(previous: KeyChainState | null, { tbs }: KeyChainEntry, head: Uint8Array): KeyChainState {
  const { accountId, seq, type, timeMs } = tbs;
  const place = { accountId, seq, head, type, timeMs };
  const proposed = { devices: tbs.devices, recoveryKeys: tbs.recoveryKeys, archiveEpoch: tbs.archiveEpoch };
  if (previous === null) return { ...place, ...proposed, pendingReset: null, retiredIds: [], retiredKeys: [] };
  if (type === "reset_pending") return { ...previous, ...place, pendingReset: { seq, timeMs, ...proposed } };
  const [ids, keys] = [hexSet(tbs.devices.map(({ deviceId }) => deviceId)), hexSet(keysOf(tbs))];
  return {
    ...place,
    ...proposed,
    pendingReset: null,
    retiredIds: [
      ...previous.retiredIds,
      ...previous.devices.map(({ deviceId }) => deviceId).filter((id) => !ids.has(toHex(id))),
    ],
    retiredKeys: [...previous.retiredKeys, ...keysOf(previous).filter((key) => !keys.has(toHex(key)))],
  };
}

/**
 * The state after `entry`, which must be a valid successor of `previous`, or a valid first entry when that is null.
 * @param at the time now (Unix ms)
 * @throws KeyChainError
 */
export function verifyNext(previous: KeyChainState | null, entry: KeyChainEntry, at: number): KeyChainState {
  const fail: Fail = (code) => {
    throw new KeyChainError(code, entry.tbs.seq);
  };
  checkPlace(previous, entry.tbs, at, fail);
  checkLists(entry.tbs, fail);
  checkSignatures(entry, authorityOf(previous, entry.tbs, fail), previous, fail);
  return after(previous, entry, entryHash(entry));
}

/**
 * The same for an entry that is being appended now: it may also not claim an older time, so that nobody announces a
 * reset in the past.
 * @throws KeyChainError
 */
export function verifyAppend(previous: KeyChainState | null, entry: KeyChainEntry, now: number): KeyChainState {
  if (entry.tbs.timeMs < now - MAX_CLOCK_SKEW_MS) throw new KeyChainError("time_stale", entry.tbs.seq);
  return verifyNext(previous, entry, now);
}

/**
 * The state after all these entries, which are in order. They begin with the first entry of the account, or with the
 * one after `pinned`, which is what was verified before. The newest pinned entry itself may be among them.
 * @param options.at the time now (Unix ms)
 * @param options.accountId the account whose chain it must be
 * @throws KeyChainError `fork` when they contradict what is pinned, `rollback` when they are older
 */
export function verifyChain(
  entries: readonly KeyChainEntry[],
  { at, pinned = null, accountId }: { at: number; pinned?: KeyChainState | null; accountId?: Uint8Array },
): KeyChainState {
  let state = pinned;
  for (const entry of entries) {
    const { seq } = entry.tbs;
    if (pinned !== null && state === pinned && seq <= pinned.seq) {
      if (seq < pinned.seq) throw new KeyChainError("rollback", seq);
      if (!equal(entryHash(entry), pinned.head)) throw new KeyChainError("fork", seq);
    } else {
      state = verifyNext(state, entry, at);
    }
  }
  if (state === null) throw new KeyChainError("empty", null);
  if (accountId !== undefined && !equal(state.accountId, accountId)) throw new KeyChainError("account", state.seq);
  return state;
}
