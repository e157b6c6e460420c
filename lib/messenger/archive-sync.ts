import { frankingTag } from "@/lib/archive/franking";
import {
  newArchiveKey,
  openRecord,
  recordId,
  sealRecord,
  unwrapPrevious,
  wrapPrevious,
  type ArchiveKey,
} from "@/lib/archive/records";
import { decodeArchivedBody, encodeArchivedBody, type ArchivedBody } from "@/lib/archive/payloads";
import { equal, fromBase64Url, fromHex, toBase64Url, toHex } from "@/lib/bytes/encoding";
import { decodeMessage, messageId } from "@/lib/message-content/message";
import type { Content } from "@/lib/message-content/types";
import { NO_ARCHIVE } from "@/lib/messenger/archive-queue";
import { contactOf } from "@/lib/messenger/contacts";
import { applyContent, changeConversation, expiryOf, noticeOf, type Origin } from "@/lib/messenger/contents";
import { ownDevice, type Engine } from "@/lib/messenger/engine";
import { entriesOf } from "@/lib/messenger/monitor";
import type { ArchivedMessage, ArchiveRecordState, ConversationRecord } from "@/lib/messenger/records";
import { Refused } from "@/lib/messenger/server";
import { Work } from "@/lib/messenger/store";
import { renewWays, type NewestKey } from "@/lib/messenger/vault";
import { parseCredentialUri } from "@/lib/mls";

const BATCH = 100;
const PAGE = 200;
/** How long after the end of its epoch a record may have been written, because the devices learn of it one by one. */
const GRACE_MS = 3_600_000;

interface ServerArchive {
  enabled: boolean;
  count: number;
  epochs: { n: number; wrapped: string | null }[];
}
interface ServerRecord {
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
const keyFor = (engine: Engine, { epoch, key }: NewestKey): ArchiveKey => ({
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

/** Begins the next epoch after a device was removed, which has the keys so far. */
export async function rotateKey(
  engine: Engine,
  epoch: number,
  recoveryKeys: readonly Uint8Array[],
): Promise<NewestKey | null> {
  const before = newestKey(engine);
  if (!before || before.epoch >= epoch) return null;
  const next = newArchiveKey(fromHex(ownDevice(engine).accountId), before.epoch + 1);
  const wrapped = toBase64Url(await wrapPrevious(next, keyFor(engine, before)));
  if (archiveOf(engine).enabled) await engine.server.put(`archive/epochs/${next.epoch}`, { wrapped });
  await renewWays(engine, recoveryKeys, next);
  await saveArchive(engine, { keys: { ...archiveOf(engine).keys, [next.epoch]: next.key } });
  return next;
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

/** Loads older messages, newest first, until all are here. Continues where it stopped. */
export function loadArchive(engine: Engine): Promise<void> {
  return engine.locks.run("archive load", async () => {
    const { next, loaded } = archiveOf(engine);
    if (next === null || !newestKey(engine)) return;
    const about = await engine.server.get<ServerArchive>("archive");
    const keys = await unwrapAll(engine, about);
    let [position, count] = [next, loaded];
    for (;;) {
      const query = { limit: PAGE, ...(position !== "" && { before: position }) };
      const page = await engine.server.get<{ records: ServerRecord[]; next: string | null }>("archive/records", query);
      await takeRecords(engine, keys, page.records);
      count += page.records.length;
      const loading = page.next === null ? 0 : Math.max(0, about.count - count);
      await saveArchive(engine, { next: page.next, loaded: count, loading });
      engine.emit({ topic: "conversations" });
      if (page.next === null) return;
      position = page.next;
    }
  });
}

/** The keys of all epochs, from the newest to the first whose key was wrapped. */
async function unwrapAll(engine: Engine, { epochs }: ServerArchive): Promise<Map<number, ArchiveKey>> {
  const keys = new Map<number, ArchiveKey>();
  for (const [epoch, key] of Object.entries(archiveOf(engine).keys)) {
    keys.set(Number(epoch), keyFor(engine, { epoch: Number(epoch), key }));
  }
  for (const { n, wrapped } of epochs.toSorted((a, b) => b.n - a.n)) {
    const key = keys.get(n);
    if (wrapped && key && !keys.has(n - 1)) keys.set(n - 1, await unwrapPrevious(key, fromBase64Url(wrapped)));
  }
  await saveArchive(engine, { keys: Object.fromEntries([...keys].map(([epoch, { key }]) => [epoch, key])) });
  return keys;
}

async function takeRecords(
  engine: Engine,
  keys: Map<number, ArchiveKey>,
  records: readonly ServerRecord[],
): Promise<void> {
  const opened = await Promise.all(records.map((record) => open(engine, keys, record)));
  const bodies = opened.filter((body) => body !== null);
  for (const id of new Set(bodies.map(({ conversationId }) => toHex(conversationId)))) {
    await engine.locks.run(`conversation ${id}`, async () => {
      if (!engine.store.get(`conversation/${id}`)) return;
      await engine.store.load(`message/${id}/`);
      const work = new Work(engine.store);
      for (const body of bodies) if (toHex(body.conversationId) === id) take(engine, work, body);
      await work.commit();
      engine.emit({ topic: "conversation", id });
    });
  }
}

/** Until when (Unix ms) devices may have written under the key of an epoch: a removed device still has that key. */
function endOf(engine: Engine, epoch: number): number {
  const next = entriesOf(engine, ownDevice(engine).accountId).find(({ tbs }) => tbs.archiveEpoch > epoch);
  return next ? next.tbs.timeMs + GRACE_MS : Infinity;
}

/** What a record holds, or null for one that is not what its place says: it was injected, moved or changed. */
async function open(engine: Engine, keys: Map<number, ArchiveKey>, record: ServerRecord): Promise<ArchivedBody | null> {
  try {
    const key = keys.get(record.epoch);
    if (!key || record.at > endOf(engine, record.epoch)) return null;
    const id = fromHex(record.id);
    const body = decodeArchivedBody(await openRecord(key, id, fromBase64Url(record.body)));
    return equal(recordId(key, body.conversationId, body.messageId), id) ? body : null;
  } catch (error) {
    engine.ports.warn?.(`archive record ${record.id}: ${String(error)}`);
    return null;
  }
}

function take(engine: Engine, work: Work, body: ArchivedBody): void {
  const message = decodeMessage(body.content);
  const { accountId, deviceId } = parseCredentialUri(message.sender);
  const isGenuine =
    equal(messageId(body.content, message), body.messageId) &&
    equal(accountId, body.accountId) &&
    equal(deviceId, body.deviceId);
  const expiresAt = expiryOf(message, body.at);
  if (!isGenuine || (expiresAt !== null && expiresAt <= engine.ports.now())) return;
  const conversationId = toHex(body.conversationId);
  const sender = toHex(accountId);
  const origin = {
    conversationId,
    accountId: sender,
    deviceId: toHex(deviceId),
    at: body.at,
    number: body.number === 0 ? null : body.number,
    id: toHex(body.messageId),
  };
  if (work.get(`message/${conversationId}/${origin.id}`)?.proof) return;
  const conversation = work.get(`conversation/${conversationId}`);
  if (conversation) takeChange(engine, work, conversation, message.content, origin);
  applyContent(work, origin, message, {
    status: sender === ownDevice(engine).accountId ? "sent" : "received",
    proof: {
      content: body.content,
      salt: message.salt,
      tag: frankingTag(message.salt, body.content),
      frank: body.frank && toBase64Url(body.frank),
    },
  });
}

/** Names and timers of before: the newest comes first, and counts unless the conversation has one already. */
function takeChange(
  engine: Engine,
  work: Work,
  conversation: ConversationRecord,
  content: Content,
  origin: Origin,
): void {
  const isOwn = origin.accountId === ownDevice(engine).accountId;
  noticeOf(work, conversation, content, origin, isOwn ? "You" : contactOf(engine, origin.accountId).displayName);
  if (content.kind === "name" && conversation.name === null) {
    work.put(`conversation/${conversation.id}`, changeConversation(conversation, content, origin.accountId));
  }
}
