import { close, reset, resetPending, veto } from "@/lib/keychain/build";
import { announced, carriedOut, deviceOf, family, LATER, recoveryOf, removed, T } from "@/testing/key-chain";
import { adding, changed, nothing, type Build, type Last } from "@/testing/key-chain-updates";

const pending: Build = (state) => resetPending(state, { devices: [deviceOf("new phone")], timeMs: T });

/** Every way in which a reset, its announcement, a veto or an end does not follow from a valid chain. */
export const RESETS: Last[] = [
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
  [
    "a veto that changes the recovery keys",
    "devices_changed",
    announced,
    changed(
      (state) => veto(state, { timeMs: T }),
      () => ({ recoveryKeys: [] }),
    ),
    ["phone"],
  ],
  [
    "a veto with another archive epoch",
    "archive_epoch",
    announced,
    changed(
      (state) => veto(state, { timeMs: T }),
      () => ({ archiveEpoch: 1 }),
    ),
    ["phone"],
  ],
  [
    "an end with an older archive epoch",
    "archive_epoch",
    removed,
    changed(
      (state) => close(state, { timeMs: T }),
      () => ({ archiveEpoch: 0 }),
    ),
    ["phone"],
  ],
];
