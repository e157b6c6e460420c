import { compare, equal, fromBase64Url, fromHex, toBase64Url, toHex } from "@/lib/bytes/encoding";
import { decode, DecodeError, encode } from "@/lib/bytes/tls";
import { close, removeDevice } from "@/lib/keychain/build";
import { entryHash } from "@/lib/keychain/entry";
import { keyId } from "@/lib/keychain/signing";
import { alarmsOf } from "@/lib/messenger/alarms";
import { rotateKey } from "@/lib/messenger/archive-sync";
import { appendToChain } from "@/lib/messenger/chain";
import { contactOf, verifyContact } from "@/lib/messenger/contacts";
import { conversationOf, ownDevice, type Engine } from "@/lib/messenger/engine";
import { entriesOf, scan } from "@/lib/messenger/monitor";
import { checkOwnHandle } from "@/lib/messenger/own-handle";
import { MessengerError } from "@/lib/messenger/ports";
import type { DeviceView, LogState, SafetyView } from "@/lib/messenger/schema";
import { Work } from "@/lib/messenger/store";

const PREFIX = "BARKERCHECK1:";
const UNNAMED = "A device";

/** The devices of an account as its chain lists them, oldest first. */
function devicesOf(engine: Engine, accountId: string, seen: Record<string, number>): DeviceView[] {
  const entries = entriesOf(engine, accountId);
  const names = engine.store.get(`chain/${accountId}`)?.names ?? {};
  const current = engine.store.get("device")?.deviceId;
  const owners = new Map<string, string>();
  for (const { tbs } of entries) {
    for (const { deviceId, sigKey } of tbs.devices) owners.set(toHex(keyId(sigKey)), names[toHex(deviceId)] ?? UNNAMED);
    for (const key of tbs.recoveryKeys) owners.set(toHex(keyId(key)), "recovery");
  }
  const devices = engine.log.state(accountId)?.devices ?? [];
  return devices
    .map(({ deviceId, sigKey, addedSeq }) => {
      const id = toHex(deviceId);
      const entry = entries.find(({ tbs }) => tbs.seq === addedSeq);
      const signer = entry?.sigs
        .map(({ keyId: signed }) => toHex(signed))
        .find((signed) => signed !== toHex(keyId(sigKey)));
      return {
        deviceId: id,
        name: names[id] ?? UNNAMED,
        since: entry?.tbs.timeMs ?? 0,
        signedBy: addedSeq === 0 || !signer ? "genesis" : (owners.get(signer) ?? UNNAMED),
        current: id === current,
        lastSeenAt: seen[id] ?? null,
      };
    })
    .toSorted((a, b) => a.since - b.since);
}

interface ServerDevices {
  devices: { device_id: string; name: string; last_seen_at: number | null }[];
}

/** The own devices. Names and when they were last seen are what the server says. */
export async function ownDevices(engine: Engine): Promise<DeviceView[]> {
  const { accountId } = ownDevice(engine);
  const seen: Record<string, number> = {};
  try {
    const { devices } = await engine.server.get<ServerDevices>("account");
    for (const { device_id: id, last_seen_at: at } of devices) if (at !== null) seen[id] = at;
    const work = new Work(engine.store);
    work.patch(`chain/${accountId}`, {
      names: Object.fromEntries(devices.map(({ device_id: id, name }) => [id, name])),
    });
    await work.commit();
  } catch (error) {
    if (!(error instanceof MessengerError)) throw error;
  }
  return devicesOf(engine, accountId, seen);
}

/**
 * Binds this device's session to it, also one that began after the device was enrolled, so that it ends when the device
 * is removed.
 */
export async function bindSession(engine: Engine): Promise<void> {
  const { deviceId } = ownDevice(engine);
  const { devices } = await engine.server.get<ServerDevices>("account");
  const name = devices.find(({ device_id: id }) => id === deviceId)?.name ?? engine.store.get("device")?.name;
  await engine.server.put(`devices/${deviceId}`, { name });
}

/** Names a device for everybody. */
export async function renameDevice(engine: Engine, deviceId: string, name: string): Promise<void> {
  const { accountId } = ownDevice(engine);
  await engine.server.put(`devices/${deviceId}`, { name });
  const work = new Work(engine.store);
  const names = engine.store.get(`chain/${accountId}`)?.names ?? {};
  work.patch(`chain/${accountId}`, { names: { ...names, [deviceId]: name } });
  await work.commit();
  engine.emit({ topic: "state" });
}

/** Removes a device of the account: from the chain first, then from every group, and the archive gets a new key. */
export async function removeOwnDevice(engine: Engine, deviceId: string): Promise<void> {
  await engine.locks.run("account", async () => {
    const { accountId, identity } = ownDevice(engine);
    const build = (state: Parameters<typeof removeDevice>[0]) =>
      removeDevice(state, { deviceId: fromHex(deviceId), timeMs: engine.ports.now() });
    const isListed = engine.log.devices(accountId).includes(deviceId);
    if (!isListed) throw new MessengerError("unknown_device", "This device was removed already.");
    const state = await appendToChain(engine, { accountId, build, signers: [identity.signer] });
    await rotateKey(engine, state.archiveEpoch, state.recoveryKeys);
  });
  engine.flush();
}

/**
 * Takes this device out of its account before it forgets its keys. The last device of an account that has never been
 * used ends the account, so that its person can begin anew at once.
 */
export async function leaveAccount(engine: Engine): Promise<void> {
  const device = engine.store.get("device");
  if (device?.phase !== "ready") return;
  await engine.locks.run("account", async () => {
    const { accountId, deviceId, identity } = ownDevice(engine);
    const timeMs = engine.ports.now();
    const isLast = engine.log.devices(accountId).every((id) => id === deviceId);
    if (isLast && engine.store.all("conversation/").some(({ kind }) => kind !== "self")) return;
    const build = (state: Parameters<typeof removeDevice>[0]) =>
      isLast ? close(state, { timeMs }) : removeDevice(state, { deviceId: fromHex(deviceId), timeMs });
    await appendToChain(engine, { accountId, build, signers: [identity.signer] });
  });
}

/** What the devices checked for a conversation. */
export async function safetyOf(engine: Engine, id: string): Promise<SafetyView> {
  const { accounts } = conversationOf(engine, id);
  const own = ownDevice(engine).accountId;
  try {
    for (const account of accounts) if (account !== own) await verifyContact(engine, account);
    await scan(engine);
    await checkOwnHandle(engine);
  } catch (error) {
    // Offline or alarmed, what was checked last is shown.
    if (!(error instanceof MessengerError)) throw error;
  }
  const log = logStateOf(engine);
  const about = (kinds: string[]) => !log.alarms.some((alarm) => kinds.includes(alarm.kind));
  return {
    people: accounts.map((account) => ({
      contact: account === own ? "me" : contactOf(engine, account),
      devices: devicesOf(engine, account, {}),
    })),
    checks: [
      { code: "devices_signed", ok: about(["own_keys", "contact_reset", "roster"]) },
      { code: "log_consistent", ok: about(["log"]) },
      { code: "same_log", ok: about(["split_view"]) },
    ],
    log,
    code: codeOf(engine, accounts),
  };
}

export function logStateOf(engine: Engine): LogState {
  const log = engine.store.get("log");
  return {
    size: log?.size ?? 0,
    witnesses: log?.witnesses ?? 0,
    checkedAt: log?.checkedAt ?? 0,
    alarms: alarmsOf(engine.store),
  };
}

/** The newest entry of each member's chain as this device knows it, to be scanned by another member's device. */
function codeOf(engine: Engine, accounts: readonly string[]): string {
  const states = accounts.flatMap((account) => engine.log.state(account) ?? []);
  const sorted = states.toSorted((a, b) => compare(a.accountId, b.accountId));
  const bytes = encode((writer) =>
    writer.vector(sorted, (inner, { accountId, seq, head }) => inner.fixed(accountId, 16).u32(seq).fixed(head, 32)),
  );
  return PREFIX + toBase64Url(bytes);
}

/** Whether what another device shows is what this one knows. @throws MessengerError `wrong_code` for other codes */
export async function compareCode(engine: Engine, id: string, code: string): Promise<boolean> {
  const { accounts } = conversationOf(engine, id);
  const claimed = parseCode(code);
  const named = claimed.map(({ accountId }) => toHex(accountId));
  if (named.length !== accounts.length || !accounts.every((account) => named.includes(account))) return false;
  for (const { accountId, seq, head } of claimed) {
    const account = toHex(accountId);
    const known = engine.log.state(account);
    const state = known && known.seq >= seq ? known : await engine.log.lookUp(account);
    const entry = entriesOf(engine, account).find(({ tbs }) => tbs.seq === seq);
    if (!state || !entry || !equal(entryHash(entry), head)) return false;
  }
  return true;
}

function parseCode(code: string): { accountId: Uint8Array; seq: number; head: Uint8Array }[] {
  try {
    if (!code.startsWith(PREFIX)) throw new DecodeError("another kind of code");
    return decode(fromBase64Url(code.slice(PREFIX.length).trim()), (reader) =>
      reader.vector((inner) => ({ accountId: inner.fixed(16), seq: inner.u32(), head: inner.fixed(32) }), 32),
    );
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    throw new MessengerError("wrong_code", "This is not the code of a conversation.");
  }
}
