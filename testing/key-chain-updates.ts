import { addDevice, removeDevice, setRecovery, update } from "@/lib/keychain/build";
import type { KeyChainTBS } from "@/lib/keychain/entry";
import type { KeyChainFault, KeyChainState } from "@/lib/keychain/state";
import { bytesOf } from "@/testing/bytes";
import { deviceOf, family, idOf, keyOf, LATER, recoveryOf, removed, T, type TestChain } from "@/testing/key-chain";

/** Makes an entry that follows a state. */
export type Build = (state: KeyChainState) => KeyChainTBS;
/** A last entry, by whom it is signed, and why it is invalid. */
export type Last = readonly [
  name: string,
  fault: KeyChainFault,
  chain: () => Promise<TestChain>,
  build: Build,
  by: string[],
];

/** What another build makes, with these changes. */
export const changed =
  (build: Build, changes: (tbs: KeyChainTBS) => Partial<KeyChainTBS>): Build =>
  (state) => {
    const tbs = build(state);
    return { ...tbs, ...changes(tbs) };
  };
/** Adds the devices with these names. */
export const adding =
  (...names: string[]): Build =>
  (state) =>
    update(state, { add: names.map(deviceOf), timeMs: T });
/** An update that changes nothing. */
export const nothing: Build = (state) => update(state, { timeMs: T });

/** Every way in which an update does not follow from a valid chain. */
export const UPDATES: Last[] = [
  [
    "an entry of another account",
    "account",
    family,
    changed(nothing, () => ({ accountId: bytesOf("x", 16) })),
    ["phone"],
  ],
  ["a second first entry", "genesis", family, changed(nothing, () => ({ type: "genesis" })), ["phone"]],
  ["a number that is skipped", "seq", family, changed(nothing, (tbs) => ({ seq: tbs.seq + 1 })), ["phone"]],
  ["another entry before", "fork", family, changed(nothing, () => ({ prevHash: bytesOf("x") })), ["phone"]],
  ["a time that goes back", "time_decreased", family, changed(nothing, () => ({ timeMs: T - 1 })), ["phone"]],
  [
    "a time in the future",
    "time_in_future",
    family,
    changed(nothing, () => ({ timeMs: LATER + 3_600_000 })),
    ["phone"],
  ],
  ["an update without devices", "no_device", family, changed(nothing, () => ({ devices: [] })), ["phone"]],
  [
    "devices in another order",
    "unsorted_devices",
    family,
    changed(nothing, ({ devices }) => ({ devices: devices.toReversed() })),
    ["phone"],
  ],
  [
    "a device twice",
    "unsorted_devices",
    family,
    changed(nothing, ({ devices }) => ({ devices: devices.flatMap((device) => [device, device]) })),
    ["phone"],
  ],
  [
    "recovery keys in another order",
    "unsorted_recovery_keys",
    family,
    changed(
      (state) => setRecovery(state, { recoveryKeys: recoveryOf("a", "b"), timeMs: T }),
      ({ recoveryKeys }) => ({ recoveryKeys: recoveryKeys.toReversed() }),
    ),
    ["phone"],
  ],
  [
    "two devices with one key",
    "duplicate_key",
    family,
    (state) =>
      update(state, {
        add: [deviceOf("tablet"), { deviceId: idOf("x"), sigKey: keyOf("tablet").publicKey }],
        timeMs: T,
      }),
    ["phone", "tablet"],
  ],
  [
    "a device whose key is also for recovery",
    "duplicate_key",
    family,
    (state) => setRecovery(state, { recoveryKeys: recoveryOf("phone"), timeMs: T }),
    ["phone"],
  ],
  [
    "a device that gets another key",
    "device_changed",
    family,
    changed(nothing, ({ devices }) => ({
      devices: devices.map((device, at) => (at === 0 ? { ...device, sigKey: keyOf("spy").publicKey } : device)),
    })),
    ["phone", "spy"],
  ],
  [
    "a kept device with another added_seq",
    "added_seq",
    family,
    changed(nothing, ({ devices }) => ({ devices: devices.map((device) => ({ ...device, addedSeq: 1 })) })),
    ["phone"],
  ],
  [
    "an added device with an older added_seq",
    "added_seq",
    family,
    changed(adding("tablet"), ({ devices }) => ({ devices: devices.map((device) => ({ ...device, addedSeq: 0 })) })),
    ["phone", "tablet"],
  ],
  ["a removed device that returns", "device_returned", removed, adding("laptop"), ["phone", "laptop"]],
  [
    "the key of a removed device that returns with another id",
    "key_returned",
    removed,
    (state) => addDevice(state, { device: { ...deviceOf("laptop"), deviceId: idOf("x") }, timeMs: T }),
    ["phone", "laptop"],
  ],
  [
    "the key of a removed device that returns for recovery",
    "key_returned",
    removed,
    (state) => setRecovery(state, { recoveryKeys: recoveryOf("laptop"), timeMs: T }),
    ["phone"],
  ],
  [
    "a device that is replaced by another with its key",
    "key_returned",
    family,
    (state) =>
      update(state, { remove: [idOf("laptop")], add: [{ ...deviceOf("laptop"), deviceId: idOf("x") }], timeMs: T }),
    ["phone", "laptop"],
  ],
  [
    "a removal without a new archive epoch",
    "archive_epoch",
    family,
    changed(
      (state) => removeDevice(state, { deviceId: idOf("laptop"), timeMs: T }),
      () => ({ archiveEpoch: 0 }),
    ),
    ["phone"],
  ],
  [
    "an archive epoch that goes back",
    "archive_epoch",
    removed,
    changed(nothing, () => ({ archiveEpoch: 0 })),
    ["phone"],
  ],
  ["a device that did not sign that it is added", "unsigned_device", family, adding("tablet"), ["phone"]],
  ["a device that only signs itself", "unauthorised", family, adding("ghost"), ["ghost"]],
  ["an update that nobody signs", "unauthorised", family, nothing, []],
  ["a signature by a stranger", "unknown_signer", family, adding("tablet"), ["phone", "tablet", "stranger"]],
  ["a device that a removed one adds", "revoked_signer", removed, adding("ghost"), ["laptop", "ghost"]],
];
