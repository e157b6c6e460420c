import { ArchiveError } from "@/lib/archive/seal";
import { fromWords, newRecoverySecret, recoverySigner, toWords } from "@/lib/archive/recovery";
import type { VaultWay } from "@/lib/archive/vault";
import { equal, fromHex, toHex } from "@/lib/bytes/encoding";
import { addDevice, reset, resetPending, setRecovery, veto } from "@/lib/keychain/build";
import { RESET_DELAY_MS } from "@/lib/keychain/rules";
import { loadArchive } from "@/lib/messenger/archive-load";
import {
  archiveEverything,
  archiveOf,
  ensureKey,
  newestKey,
  rotateKey,
  saveArchive,
  uploadArchive,
  type ServerArchive,
} from "@/lib/messenger/archive-sync";
import { raise } from "@/lib/messenger/alarms";
import { entriesOf } from "@/lib/messenger/monitor";
import { appendToChain } from "@/lib/messenger/chain";
import { becomeReady } from "@/lib/messenger/enrolment";
import { ownDevice, type Engine } from "@/lib/messenger/engine";
import { tellOwnDevices } from "@/lib/messenger/own-devices";
import { MessengerError } from "@/lib/messenger/ports";
import type { DeviceRecord } from "@/lib/messenger/records";
import { Work } from "@/lib/messenger/store";
import { leadsTo, openWay, putWay, vaultPairs, waysOf, type NewestKey, type VaultPair } from "@/lib/messenger/vault";

const WORDS_ID = "words";
const MAX_WAYS = 2;
/** For how long (ms) a new device looks for what others archive late. */
const WATCHED_MS = 24 * 3_600_000;

/** 24 new words. Nothing is stored. */
export function newWords(): string[] {
  return toWords(newRecoverySecret()).split(" ");
}

/** Makes words a way in, instead of earlier ones, and begins the archive. */
export function keepWords(engine: Engine, words: readonly string[]): Promise<void> {
  const secret = secretOf(words);
  return keepWay(engine, WORDS_ID, { way: "words", secret }, secret);
}

/** Makes a passkey a way in, with a recovery secret of its own. */
export function keepPasskey(engine: Engine, credentialId: string, prf: Uint8Array): Promise<void> {
  return keepWay(engine, credentialId, { way: "passkey", prf }, newRecoverySecret());
}

async function keepWay(engine: Engine, id: string, way: VaultWay, recovery: Uint8Array): Promise<void> {
  await engine.locks.run("account", async () => {
    const { accountId, identity } = ownDevice(engine);
    const state = await engine.log.lookUp(accountId);
    if (!state) throw new MessengerError("no_keys", "This account has no keys.");
    const entries = await vaultPairs(engine);
    const { publicKey } = recoverySigner(recovery);
    const replaced = entries
      .filter((entry) => entry.way === way.way && entry.id === id)
      .flatMap(({ renewal }) => renewal?.recoveryKey ?? []);
    const kept = state.recoveryKeys.filter((key) => !replaced.some((old) => equal(old, key)) && isUsed(entries, key));
    if (kept.length >= MAX_WAYS) throw new MessengerError("too_many_ways", "There are two ways in already.");
    const newest = await ensureKey(engine, state.archiveEpoch);
    await putWay(engine, fromHex(accountId), { id, way, recovery, newest });
    const isListed = state.recoveryKeys.some((key) => equal(key, publicKey));
    if (!isListed) {
      const recoveryKeys = [...kept, publicKey];
      const build = (current: typeof state) => setRecovery(current, { recoveryKeys, timeMs: engine.ports.now() });
      await appendToChain(engine, { accountId, build, signers: [identity.signer] });
    }
    await startArchive(engine, newest);
  });
  engine.background(() => uploadArchive(engine));
}

/** Whether a recovery key has an entry in the vault. Keys without one lead nowhere, and make room. */
const isUsed = (entries: VaultPair[], key: Uint8Array) =>
  entries.some(({ renewal }) => renewal === null || equal(renewal.recoveryKey, key));

async function startArchive(engine: Engine, newest: NewestKey): Promise<void> {
  const isFirst = !archiveOf(engine).enabled;
  const chain = engine.log.state(ownDevice(engine).accountId);
  const ways = waysOf(await vaultPairs(engine), chain?.recoveryKeys ?? []);
  if (isFirst) await engine.server.put("archive", { enabled: true });
  await saveArchive(engine, { ways, ...(isFirst && { enabled: true }) });
  if (!isFirst) return;
  await archiveEverything(engine);
  await tellOwnDevices(engine, { kind: "archive_key", ...newest });
}

/** Switches archiving on or off; switched off, what was archived is deleted. */
export async function setArchive(engine: Engine, enabled: boolean): Promise<void> {
  if (enabled && newestKey(engine) === null) {
    throw new MessengerError("no_way_in", "Set up recovery words or a passkey first.");
  }
  await engine.server.put("archive", { enabled });
  if (!enabled) await engine.server.delete("archive");
  await saveArchive(engine, { enabled, counted: 0, missing: 0 });
  await tellOwnDevices(engine, { kind: "settings", values: { archive: enabled } });
  if (!enabled) return;
  await archiveEverything(engine);
  engine.background(() => uploadArchive(engine));
}

/** How long (ms) each device leaves it to those before it to begin an epoch of the archive. */
const TURN_MS = 5 * 60_000;

/**
 * Begins the epoch of the archive that the chain asks for, if the device that removed another did not: it may have
 * removed itself. Otherwise what is archived from then on would be under a key that the removed device has.
 */
export async function catchUpArchive(engine: Engine): Promise<void> {
  const { accountId, deviceId } = ownDevice(engine);
  const state = engine.log.state(accountId);
  const hasBegun = archiveOf(engine).begun !== undefined;
  const isBehind = () => (newestKey(engine)?.epoch ?? Infinity) < (state?.archiveEpoch ?? 0);
  if (!state || !(hasBegun || isBehind())) return;
  const place = engine.log.devices(accountId).toSorted().indexOf(deviceId);
  // What was begun here and interrupted is finished at once.
  if (!hasBegun && engine.ports.now() - state.timeMs < TURN_MS * (place + 1)) return;
  // Somebody's key may be waiting.
  await engine.pull();
  await engine.locks.run("account", async () => {
    await rotateKey(engine, state.archiveEpoch, state.recoveryKeys);
  });
}

/** Lets this device in with the words. @throws MessengerError `wrong_words` */
export async function unlockWithWords(engine: Engine, words: readonly string[]): Promise<void> {
  const secret = secretOf(words);
  await unlock(engine, { way: "words", secret }, (entry) => entry.way === "words", secret);
}

/** Lets this device in with a passkey. */
export async function unlockWithPasskey(engine: Engine, credentialId: string, prf: Uint8Array): Promise<void> {
  await unlock(engine, { way: "passkey", prf }, (entry) => entry.way === "passkey" && entry.id === credentialId, null);
}

async function unlock(
  engine: Engine,
  way: VaultWay,
  matches: (entry: { way: string; id: string }) => boolean,
  secret: Uint8Array | null,
): Promise<void> {
  await engine.locks.run("account", async () => {
    const device = lockedDevice(engine);
    const chain = await engine.log.lookUp(device.accountId);
    const entries = (await vaultPairs(engine)).filter(
      (entry) => matches(entry) && leadsTo(entry, chain?.recoveryKeys ?? []),
    );
    const opened = await openFirst(engine, device.accountId, entries, way);
    const recovery = opened?.recovery ?? secret;
    const signer = recovery && recoverySigner(recovery);
    const isListed = signer && chain?.recoveryKeys.some((key) => equal(key, signer.publicKey));
    if (!signer || !isListed || !engine.signer) {
      const isWords = way.way === "words";
      throw new MessengerError(
        "wrong_words",
        isWords ? "These are not the words of this account." : "This passkey does not open it.",
      );
    }
    const added = { deviceId: fromHex(device.deviceId), sigKey: engine.signer.publicKey };
    if (!chain?.devices.some(({ deviceId }) => equal(deviceId, added.deviceId))) {
      await appendToChain(engine, {
        accountId: device.accountId,
        build: (state) => addDevice(state, { device: added, timeMs: engine.ports.now() }),
        signers: [signer, engine.signer],
        deviceName: device.name,
      });
    }
    await becomeReady(engine);
    if (opened) await takeArchive(engine, opened.newest);
    if (opened?.isForged) await reportVault(engine);
  });
}

/** Takes over the archive's key on a new device, which then loads what was archived. */
export async function takeArchive(engine: Engine, { epoch, key }: NewestKey): Promise<void> {
  const { enabled, count: loading } = await engine.server.get<ServerArchive>("archive");
  const chain = engine.log.state(ownDevice(engine).accountId);
  const ways = waysOf(await vaultPairs(engine), chain?.recoveryKeys ?? []);
  const watchedUntil = engine.ports.now() + WATCHED_MS;
  await saveArchive(engine, { enabled, ways, keys: { [epoch]: key }, next: "", loaded: 0, loading, watchedUntil });
  engine.background(() => loadArchive(engine));
}

/** The server made up a key for the archive, under which it could read everything. */
async function reportVault(engine: Engine): Promise<void> {
  const about = { code: "vault", conversationId: null, personId: null, acceptable: true } as const;
  await raise(engine.log, "own_keys-vault", { kind: "own_keys", ...about }, await vaultPairs(engine));
}

async function openFirst(engine: Engine, accountId: string, entries: VaultPair[], way: VaultWay) {
  for (const entry of entries) {
    try {
      return await openWay(entriesOf(engine, accountId), fromHex(accountId), entry, way);
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
    }
  }
  return null;
}

function secretOf(words: readonly string[]): Uint8Array {
  try {
    return fromWords(words.join(" "));
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    throw new MessengerError("wrong_words", "One of the words is wrong, or they are in another order.");
  }
}

/** This device while it waits to be let in. */
export function lockedDevice(engine: Engine): DeviceRecord & { accountId: string } {
  const device = engine.store.get("device");
  if (device?.phase !== "locked" || device.accountId === null) {
    throw new MessengerError("not_locked", "This device is not waiting to be let in.");
  }
  return { ...device, accountId: device.accountId };
}

/** Announces that this device will replace all others, which have 72 hours to object. */
export async function startReset(engine: Engine): Promise<void> {
  await engine.locks.run("account", async () => {
    const device = lockedDevice(engine);
    if (!engine.signer) return;
    const devices = [{ deviceId: fromHex(device.deviceId), sigKey: engine.signer.publicKey }];
    const state = await appendToChain(engine, {
      accountId: device.accountId,
      build: (current) => resetPending(current, { devices, timeMs: engine.ports.now() }),
      signers: [engine.signer],
      deviceName: device.name,
    });
    const work = new Work(engine.store);
    work.put("device", { ...device, resetAt: (state.pendingReset?.timeMs ?? engine.ports.now()) + RESET_DELAY_MS });
    await work.commit();
    engine.emit({ topic: "state" });
  });
}

/** Carries the announced reset out, 72 hours later. */
export async function completeReset(engine: Engine): Promise<void> {
  await engine.locks.run("account", async () => {
    const device = lockedDevice(engine);
    if (!engine.signer) return;
    const state = await engine.log.lookUp(device.accountId);
    const isDone = state?.devices.some(({ deviceId }) => toHex(deviceId) === device.deviceId) ?? false;
    if (!isDone) {
      const build = (current: NonNullable<typeof state>) => reset(current, { timeMs: engine.ports.now() });
      await appendToChain(engine, { accountId: device.accountId, build, signers: [engine.signer] });
    }
    await becomeReady(engine);
  });
}

/** Stops a reset, on a device of the account. */
export async function vetoReset(engine: Engine): Promise<void> {
  await engine.locks.run("account", async () => {
    const { accountId, identity } = ownDevice(engine);
    const build = (state: Parameters<typeof veto>[0]) => veto(state, { timeMs: engine.ports.now() });
    await appendToChain(engine, { accountId, build, signers: [identity.signer] });
  });
}
