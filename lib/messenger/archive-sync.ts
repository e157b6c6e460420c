import { encodeArchivedBody } from "@/lib/archive/payloads";
import { newArchiveKey, recordId, sealRecord, wrapPrevious, type ArchiveKey } from "@/lib/archive/records";
import { fromBase64Url, fromHex, toBase64Url, toHex } from "@/lib/bytes/encoding";
import { NO_ARCHIVE } from "@/lib/messenger/archive-queue";
import { ownDevice, type Engine } from "@/lib/messenger/engine";
import { tellOwnDevices } from "@/lib/messenger/own-devices";
import type { ArchivedMessage, ArchiveRecordState, BegunEpoch } from "@/lib/messenger/records";
import { Refused } from "@/lib/messenger/server";
import { Work } from "@/lib/messenger/store";
import { renewWays, type NewestKey } from "@/lib/messenger/vault";

const BATCH = 100;

export interface ServerArchive {
  enabled: boolean;
  count: number;
  epochs: { n: number; wrapped: string | null }[];
}
export interface ServerRecord {
  id: string;
  epoch: number;
  at: number;
  body: string;
}

/** The archive of the account as this device knows it. */
export const archiveOf = (engine: Engine): ArchiveRecordState => engine.store.get("archive") ?? NO_ARCHIVE;

/** The newest key, with which records are written, or null. */
export function newestKey(engine: Engine): NewestKey | null {
  const { keys } = archiveOf(engine);
  const epoch = Math.max(-1, ...Object.keys(keys).map(Number));
  const key = keys[epoch];
  return key ? { epoch, key } : null;
}

/** The key of an epoch as the archive's functions want it. */
export const keyFor = (engine: Engine, { epoch, key }: NewestKey): ArchiveKey => ({
  accountId: fromHex(ownDevice(engine).accountId),
  epoch,
  key,
});

/** Changes what this device knows of the archive. */
export function saveArchive(engine: Engine, fields: Partial<ArchiveRecordState>): Promise<void> {
  return engine.locks.run("archive record", async () => {
    const work = new Work(engine.store);
    work.put("archive", { ...archiveOf(engine), ...fields });
    await work.commit();
    engine.emit({ topic: "state" });
  });
}

/** The newest key, which is made when there is none. */
export async function ensureKey(engine: Engine, epoch: number): Promise<NewestKey> {
  const known = newestKey(engine);
  if (known) return known;
  const { key } = newArchiveKey(fromHex(ownDevice(engine).accountId), epoch);
  await saveArchive(engine, { keys: { [epoch]: key } });
  return { epoch, key };
}

/**
 * Begins the next epoch after a device was removed, which has the keys so far, and tells the own devices. The key is
 * stored before it is used anywhere, and `begun` until it has been told, so that an interrupted device continues
 * with the same key. If another device was first, its key is waited for.
 */
export async function rotateKey(engine: Engine, epoch: number, recoveryKeys: readonly Uint8Array[]): Promise<void> {
  let newest = newestKey(engine);
  // An epoch may have been skipped by a device that signed out.
  while (newest && newest.epoch < epoch) {
    const { begun } = archiveOf(engine);
    const next = begun?.epoch === newest.epoch + 1 ? begun : await beginEpoch(engine, newest);
    if (!(await putEpoch(engine, next))) return saveArchive(engine, { begun: undefined });
    newest = { epoch: next.epoch, key: next.key };
    await saveArchive(engine, { keys: { ...archiveOf(engine).keys, [next.epoch]: next.key } });
  }
  const { begun } = archiveOf(engine);
  if (!newest || begun?.epoch !== newest.epoch) return;
  await renewWays(engine, recoveryKeys, newest);
  // The group of the own devices removes a device that the chain does not list before it sends the key.
  await tellOwnDevices(engine, { kind: "archive_key", ...newest });
  await saveArchive(engine, { begun: undefined });
}

async function beginEpoch(engine: Engine, newest: NewestKey): Promise<BegunEpoch> {
  const { epoch, key } = newArchiveKey(fromHex(ownDevice(engine).accountId), newest.epoch + 1);
  const next = { accountId: fromHex(ownDevice(engine).accountId), epoch, key };
  const begun = { epoch, key, wrapped: toBase64Url(await wrapPrevious(next, keyFor(engine, newest))) };
  await saveArchive(engine, { begun });
  return begun;
}

/** Stores the wrapped key of an epoch. @returns false when another device was first */
async function putEpoch(engine: Engine, { epoch, wrapped }: BegunEpoch): Promise<boolean> {
  try {
    await engine.server.put(`archive/epochs/${epoch}`, { wrapped });
    return true;
  } catch (error) {
    if (error instanceof Refused && error.code === "epoch_taken") return false;
    // Without an archive on the server nothing was written under any key.
    if (error instanceof Refused && error.code === "archive_off") return true;
    throw error;
  }
}

/** Queues everything that this device has for an archive that begins. */
export async function archiveEverything(engine: Engine): Promise<void> {
  for (const { id, kind } of engine.store.all("conversation/")) {
    if (kind === "self") continue;
    await engine.store.load(`message/${id}/`);
    const work = new Work(engine.store);
    for (const message of engine.store.all(`message/${id}/`)) {
      if (!message.proof) continue;
      const { conversationId, sender, device, at, number, proof } = message;
      const { content, frank } = proof;
      work.put(`archived/${id}/${message.id}`, {
        conversationId,
        id: message.id,
        sender,
        device,
        at,
        number,
        content,
        frank,
      });
    }
    await work.commit();
  }
}

/** Sends what waits for the archive. Records of the same message from several devices fall together. */
export function uploadArchive(engine: Engine): Promise<void> {
  return engine.locks.run("archive upload", async () => {
    for (;;) {
      const newest = newestKey(engine);
      const batch = engine.store.entries("archived/").slice(0, BATCH);
      if (!newest || !archiveOf(engine).enabled || batch.length === 0) return;
      const key = keyFor(engine, newest);
      const records = await Promise.all(batch.map(([, message]) => sealed(key, message)));
      try {
        await engine.server.post("archive/records", { records });
      } catch (error) {
        if (!(error instanceof Refused) || error.code !== "archive_off") throw error;
        // Another device switched it off.
        return saveArchive(engine, { enabled: false });
      }
      const work = new Work(engine.store);
      for (const [name] of batch) work.delete(name);
      await work.commit();
    }
  });
}

async function sealed(key: ArchiveKey, message: ArchivedMessage): Promise<ServerRecord> {
  const body = encodeArchivedBody({
    conversationId: fromHex(message.conversationId),
    messageId: fromHex(message.id),
    accountId: fromHex(message.sender),
    deviceId: fromHex(message.device),
    at: message.at,
    number: message.number ?? 0,
    frank: message.frank === null ? null : fromBase64Url(message.frank),
    content: message.content,
  });
  const id = recordId(key, fromHex(message.conversationId), fromHex(message.id));
  return { id: toHex(id), epoch: key.epoch, at: message.at, body: toBase64Url(await sealRecord(key, id, body)) };
}
