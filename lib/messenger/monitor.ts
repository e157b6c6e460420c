import { equal, toHex } from "@/lib/bytes/encoding";
import { DecodeError } from "@/lib/bytes/tls";
import { decodeEntry, entryHash } from "@/lib/keychain/entry";
import { decodeState, type KeyChainState } from "@/lib/keychain/state";
import { clear, raise } from "@/lib/messenger/alarms";
import { contactOf } from "@/lib/messenger/contacts";
import { addNotice } from "@/lib/messenger/contents";
import type { Engine } from "@/lib/messenger/engine";
import { quarantine } from "@/lib/messenger/posting";
import { rememberUpdates } from "@/lib/messenger/resets";
import { Refused } from "@/lib/messenger/server";
import type { LogClaim } from "@/lib/messenger/records";
import { Work } from "@/lib/messenger/store";
import { scanLog, type WatchedUpdate } from "@/lib/transparency/audit";
import { TransparencyError } from "@/lib/transparency/errors";
import { decodeBundle, tileIn, tilePath, tileReader, TILE_WIDTH, type Tile } from "@/lib/transparency/tiles";
import { Frontier, proveConsistency, treeRoot, verifyConsistency } from "@/lib/transparency/tree";

/** What a device does when the verified chain of an account has grown: its own, or that of a contact (C9). */
export async function chainGrew(
  engine: Engine,
  accountId: string,
  before: KeyChainState | null,
  after: KeyChainState,
): Promise<void> {
  const device = engine.store.get("device");
  const isOwn = device?.accountId === accountId;
  if (isOwn) await ownChainGrew(engine, after);
  if (before === null) return;
  const names = engine.store.get(`chain/${accountId}`)?.names ?? {};
  const who = isOwn ? "You" : contactOf(engine, accountId).displayName;
  const added = after.devices.filter(({ deviceId }) => !hasDevice(before, deviceId));
  const removed = before.devices.filter(({ deviceId }) => !hasDevice(after, deviceId));
  const wasReset = entriesOf(engine, accountId).some(({ tbs }) => tbs.seq > before.seq && tbs.type === "reset");
  // Whether the log announced it in time, only its entries tell.
  if (wasReset) engine.background(() => scan(engine));
  const sentences = [
    ...added.map(({ deviceId }) => [toHex(deviceId), `${who} added a device${named(names[toHex(deviceId)])}`]),
    ...removed.map(({ deviceId }) => [toHex(deviceId), `${who} removed a device${named(names[toHex(deviceId)])}`]),
  ];
  for (const { id, kind, accounts } of engine.store.all("conversation/")) {
    if (!accounts.includes(accountId)) continue;
    engine.background(() =>
      engine.locks.run(`conversation ${id}`, async () => {
        await engine.store.load(`message/${id}/`);
        const work = new Work(engine.store);
        work.patch(`conversation/${id}`, { stale: true });
        for (const [changed = "", text = ""] of kind === "self" || wasReset ? [] : sentences) {
          addNotice(work, id, `device-${after.seq}-${changed}`, engine.ports.now(), text);
        }
        await work.commit();
        engine.emit({ topic: "conversation", id });
        engine.flush(id);
      }),
    );
    if (!wasReset || isOwn) continue;
    const personId = contactOf(engine, accountId).personId;
    const alarm = { kind: "contact_reset", code: "reset", conversationId: id, personId, acceptable: true } as const;
    await raise(engine.log, `reset-${id}-${accountId}-${after.seq}`, alarm, { accountId, seq: after.seq });
  }
}

const hasDevice = ({ devices }: KeyChainState, id: Uint8Array) => devices.some(({ deviceId }) => equal(deviceId, id));
const named = (name: string | undefined) => (name ? ` (${name})` : "");

/** The entries of a chain as far as this device has seen them. */
export function entriesOf(engine: Engine, accountId: string) {
  return (engine.store.get(`chain/${accountId}`)?.entries ?? []).map(decodeEntry);
}

async function ownChainGrew(engine: Engine, after: KeyChainState): Promise<void> {
  const device = engine.store.get("device");
  engine.emit({ topic: "state" });
  if (device?.phase !== "ready") return;
  const isListed = after.devices.some(({ deviceId }) => toHex(deviceId) === device.deviceId);
  if (!isListed) await quarantine(engine);
  const about = "own_keys-reset_pending";
  if (after.pendingReset === null) await clear(engine.log, about);
  else {
    const alarm = {
      kind: "own_keys",
      code: "reset_pending",
      conversationId: null,
      personId: null,
      acceptable: false,
    } as const;
    await raise(engine.log, about, alarm, { since: after.pendingReset.timeMs });
  }
  engine.emit({ topic: "state" });
}

/**
 * Reads the entries of the log that are new since the last time, and looks among them for the own account and for
 * contacts (C8, C9); then compares what other devices said about the log with what this device sees (C11).
 * @throws Away, MessengerError `key_alarm`
 */
export function scan(engine: Engine): Promise<void> {
  return engine.locks.run("scan", async () => {
    const own = engine.store.get("device")?.accountId;
    if (own) await engine.log.lookUp(own);
    const log = engine.store.get("log");
    if (!log) return;
    const { size, root, scanned, mapTimeMs = 0, scannedMs = 0 } = log;
    const load = (tile: Tile) => tileOf(engine, tile);
    const hashes = tileReader(size, load);
    if (size > scanned) {
      const chains = engine.store.all("chain/").map(({ index, accountId, loggedVersion, state }) => {
        const known = { accountId, index: toHex(index), version: loggedVersion ?? null };
        return { ...known, seq: decodeState(state).seq };
      });
      const versions = new Map(chains.map(({ index, version }) => [index, version]));
      const updates = await readNew({ from: scanned, afterMs: scannedMs }, { size, root }, hashes, load, versions);
      if (updates === null) return raiseLog(engine, "entries", { size, root, scanned });
      const accounts = new Map(chains.map(({ index, accountId }) => [index, accountId]));
      for (const update of updates) await follow(engine, accounts.get(update.index) ?? "", update);
      for (const { accountId, index } of chains) {
        await rememberUpdates(
          engine,
          accountId,
          updates.filter((update) => update.index === index),
        );
      }
      const work = new Work(engine.store);
      work.patch("log", { scanned: size, scannedMs: mapTimeMs });
      for (const { accountId, index, version, seq } of chains) {
        // Without updates, the version is still what it was, or what the first lookup showed.
        const newest = updates.findLast((update) => update.index === index)?.version;
        work.patch(`chain/${accountId}`, { loggedVersion: newest ?? version ?? seq });
      }
      await work.commit();
    }
    await compareOrRaise(engine, size, root, hashes);
  });
}

/** Compares what other devices said about the log since the last time (C11). */
export function checkClaims(engine: Engine): Promise<void> {
  return engine.locks.run("scan", async () => {
    const claims = engine.store.all("claim/");
    const own = engine.store.get("device")?.accountId;
    if (claims.length === 0 || !own) return;
    const isAhead = claims.some(({ size }) => size > (engine.store.get("log")?.size ?? 0));
    if (isAhead) await engine.log.lookUp(own);
    const log = engine.store.get("log");
    if (!log) return;
    const hashes = tileReader(log.size, (tile) => tileOf(engine, tile));
    await compareOrRaise(engine, log.size, log.root, hashes);
  });
}

/** The bytes of a tile. A server that refuses one which its checkpoint covers hides something. */
async function tileOf(engine: Engine, tile: Tile): Promise<Uint8Array> {
  try {
    return await engine.server.download(tilePath(tile));
  } catch (error) {
    // Whoever is signed out gets nothing.
    if (!(error instanceof Refused) || error.status === 401) throw error;
    throw new DecodeError(`${tilePath(tile)} was refused: ${error.code}`);
  }
}

async function readNew(
  { from, afterMs }: { from: number; afterMs: number },
  checkpoint: { size: number; root: Uint8Array },
  hashes: ReturnType<typeof tileReader>,
  load: (tile: Tile) => Promise<Uint8Array>,
  watched: ReadonlyMap<string, number | null>,
): Promise<WatchedUpdate[] | null> {
  async function* entries() {
    for (let position = from; position < checkpoint.size;) {
      const tile = tileIn(checkpoint.size, "entries", Math.floor(position / TILE_WIDTH));
      if (tile === null) return;
      yield* decodeBundle(await load(tile), tile.width).slice(position % TILE_WIDTH);
      position = tile.index * TILE_WIDTH + tile.width;
    }
  }
  try {
    return await scanLog(await Frontier.of(from, hashes), entries(), checkpoint, watched, afterMs);
  } catch (error) {
    if (error instanceof DecodeError || error instanceof TransparencyError) return null;
    throw error;
  }
}

/** A new entry for an account must be what a lookup shows: the log does not hide it, and neither does the server. */
async function follow(engine: Engine, accountId: string, { version, position }: WatchedUpdate): Promise<void> {
  const known = engine.log.state(accountId);
  if (known && known.seq >= version) return;
  const state = await engine.log.lookUp(accountId);
  if (engine.store.get(`chain/${accountId}`)?.erasedAt !== undefined) return;
  if (!state || state.seq < version) await raiseLog(engine, "hidden_update", { accountId, version, position });
}

/** Compares, and raises an alarm when the tiles of the log do not allow it. */
async function compareOrRaise(...given: Parameters<typeof compareClaims>): Promise<void> {
  const [engine, size, root] = given;
  try {
    await compareClaims(...given);
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    await raiseLog(engine, "entries", { size, root, fault: error.message });
  }
}

/** Whatever another device saw must be the beginning of what this device sees, or the other way round. */
async function compareClaims(
  engine: Engine,
  size: number,
  root: Uint8Array,
  hashes: ReturnType<typeof tileReader>,
): Promise<void> {
  for (const [key, claim] of engine.store.entries("claim/")) {
    if (!(await agreesOnChain(engine, claim))) await raiseSplit(engine, claim, { claim, size, root });
    // What others see and this device does not yet is compared when this device has caught up.
    if (claim.size > size || claim.size === 0) continue;
    const isSame = claim.size === size && equal(claim.root, root);
    const proof = isSame ? [] : await proveConsistency(claim.size, size, hashes);
    const agrees = isSame || verifyConsistency({ size: claim.size, root: claim.root }, { size, root }, proof);
    if (!agrees) {
      const honest = await treeRoot(claim.size, hashes);
      await raiseSplit(engine, claim, { claim, size, root, honest });
    }
    const work = new Work(engine.store);
    work.delete(key);
    await work.commit();
  }
}

async function raiseLog(engine: Engine, code: string, evidence: unknown): Promise<void> {
  const alarm = { kind: "log", code, conversationId: null, personId: null, acceptable: false } as const;
  await raise(engine.log, `log-${code}`, alarm, evidence);
}

/** Whether the chain of another device's account is here what it is there. */
async function agreesOnChain(engine: Engine, { accountId, seq, head }: LogClaim): Promise<boolean> {
  const known = engine.log.state(accountId);
  const state = known && known.seq >= seq ? known : await engine.log.lookUp(accountId);
  if (engine.store.get(`chain/${accountId}`)?.erasedAt !== undefined) return true;
  if (!state || state.seq < seq) return false;
  const entry = entriesOf(engine, accountId).find(({ tbs }) => tbs.seq === seq);
  return entry === undefined || equal(entryHash(entry), head);
}

/** Another device was shown another log. */
async function raiseSplit(engine: Engine, { accountId }: LogClaim, evidence: unknown): Promise<void> {
  const personId = contactOf(engine, accountId).personId || null;
  const alarm = { kind: "split_view", code: "split_view", conversationId: null, personId, acceptable: false } as const;
  await raise(engine.log, `split_view-${accountId}`, alarm, evidence);
}
