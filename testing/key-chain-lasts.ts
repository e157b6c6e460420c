import { addDevice, close, removeDevice, reset, resetPending, setRecovery, update, veto } from "@/lib/keychain/build";
import type { KeyChainTBS } from "@/lib/keychain/entry";
import type { KeyChainFault, KeyChainState } from "@/lib/keychain/state";
import { bytesOf } from "@/testing/bytes";
import {
  announced,
  carriedOut,
  deviceOf,
  family,
  idOf,
  keyOf,
  LATER,
  recoveryOf,
  removed,
  T,
  type TestChain,
} from "@/testing/key-chain";

type Build = (state: KeyChainState) => KeyChainTBS;
/** A last entry, by whom it is signed, and why it is invalid. */
export type Last = readonly [
  name: string,
  fault: KeyChainFault,
  chain: () => Promise<TestChain>,
  build: Build,
  by: string[],
];

const changed =
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
const nothing: Build = (state) => update(state, { timeMs: T });
const pending: Build = (state) => resetPending(state, { devices: [deviceOf("new phone")], timeMs: T });

/** Every way in which an entry does not follow from a valid chain. */
export const LASTS: Last[] = [
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
  [
    "a reset that nobody announced",
    "no_reset_pending",
    family,
    changed(pending, () => ({ type: "reset" })),
    ["new phone"],
  ],
  ["a veto of nothing", "no_reset_pending", family, (state) => veto(state, { timeMs: T }), ["phone"]],
  [
    "a reset before 72 hours",
    "reset_too_early",
    announced,
    (state) => reset(state, { timeMs: LATER - 1 }),
    ["new phone"],
  ],
  [
    "a reset to another device than was announced",
    "reset_changed",
    announced,
    changed(
      (state) => reset(state, { timeMs: LATER }),
      () => ({ devices: [{ ...deviceOf("spy"), addedSeq: 1 }] }),
    ),
    ["spy"],
  ],
  [
    "a reset with other recovery keys than were announced",
    "reset_changed",
    announced,
    changed(
      (state) => reset(state, { timeMs: LATER }),
      () => ({ recoveryKeys: [] }),
    ),
    ["new phone"],
  ],
  [
    "a reset that not all its devices sign",
    "unsigned_device",
    () => announced(["new phone", "new laptop"]),
    (state) => reset(state, { timeMs: LATER }),
    ["new phone"],
  ],
  [
    "a reset that an old device signs too",
    "revoked_signer",
    announced,
    (state) => reset(state, { timeMs: LATER }),
    ["new phone", "phone"],
  ],
  ["an announcement that its device does not sign", "unsigned_device", family, pending, []],
  ["an announcement that an old device signs", "revoked_signer", family, pending, ["phone"]],
  [
    "an announcement with a present device",
    "device_returned",
    family,
    (state) => resetPending(state, { devices: [deviceOf("phone")], timeMs: T }),
    ["phone"],
  ],
  [
    "an announcement with a present recovery key",
    "key_returned",
    family,
    (state) => resetPending(state, { devices: [deviceOf("new phone")], recoveryKeys: recoveryOf("words"), timeMs: T }),
    ["new phone"],
  ],
  [
    "an announcement in the archive epoch before",
    "archive_epoch",
    family,
    changed(pending, () => ({ archiveEpoch: 0 })),
    ["new phone"],
  ],
  ["an update while a reset is announced", "reset_is_pending", announced, nothing, ["phone"]],
  [
    "a reset after a veto",
    "vetoed",
    async () => {
      const chain = await announced();
      await chain.add(veto(chain.state, { timeMs: T }), ["phone"]);
      return chain;
    },
    changed(pending, () => ({ type: "reset", timeMs: LATER })),
    ["new phone"],
  ],

  [
    "a veto that the announced device signs",
    "unknown_signer",
    announced,
    (state) => veto(state, { timeMs: T }),
    ["new phone"],
  ],
  [
    "a veto that changes the devices",
    "devices_changed",
    announced,
    changed(
      (state) => veto(state, { timeMs: T }),
      ({ devices }) => ({ devices: devices.slice(1) }),
    ),
    ["phone", "laptop"],
  ],
  ["an old device after a reset", "revoked_signer", carriedOut, adding("laptop 2"), ["phone", "laptop 2"]],
  ["old recovery words after a reset", "revoked_signer", carriedOut, adding("laptop 2"), ["words", "laptop 2"]],
  ["an end that a stranger signs", "unknown_signer", family, (state) => close(state, { timeMs: T }), ["stranger"]],
  ["an end with devices", "devices_changed", family, changed(nothing, () => ({ type: "close" })), ["phone"]],
  [
    "an entry after the end",
    "closed",
    async () => {
      const chain = await family();
      await chain.add(close(chain.state, { timeMs: T }), ["laptop"]);
      return chain;
    },
    adding("tablet"),
    ["phone", "tablet"],
  ],
];
