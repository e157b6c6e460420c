import { frankingTag } from "@/lib/archive/franking";
import { decodeArchivedBody, type ArchivedBody } from "@/lib/archive/payloads";
import { openRecord, recordId, unwrapPrevious, type ArchiveKey } from "@/lib/archive/records";
import { equal, fromBase64Url, fromHex, toBase64Url, toHex } from "@/lib/bytes/encoding";
import { ContentError } from "@/lib/message-content/cbor";
import { decodeMessage, messageId } from "@/lib/message-content/message";
import type { Content } from "@/lib/message-content/types";
import {
  archiveOf,
  keyFor,
  newestKey,
  saveArchive,
  type ServerArchive,
  type ServerRecord,
} from "@/lib/messenger/archive-sync";
import { contactOf } from "@/lib/messenger/contacts";
import { applyContent, changeConversation, expiryOf, noticeOf, type Origin } from "@/lib/messenger/contents";
import { endGathering, ownDevice, type Engine } from "@/lib/messenger/engine";
import { completeEnrolment } from "@/lib/messenger/enrolment";
import { entriesOf } from "@/lib/messenger/monitor";
import { tellOwnDevices } from "@/lib/messenger/own-devices";
import type { ConversationRecord } from "@/lib/messenger/records";
import { Work } from "@/lib/messenger/store";
import { MlsError, parseCredentialUri } from "@/lib/mls";

const PAGE = 200;
/** How long after the end of its epoch a record may have been written, because the devices learn of it one by one. */
const GRACE_MS = 3_600_000;

/** Loads older messages, newest first, until all are here. Continues where it stopped. */
export function loadArchive(engine: Engine): Promise<void> {
  return engine.locks.run("archive load", async () => {
    const { next, loaded } = archiveOf(engine);
    if (next === null || !newestKey(engine)) return;
    // Records of conversations that this device does not know yet could not be shown anywhere.
    if (next === "") await completeEnrolment(engine);
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
      endGathering(engine);
      engine.emit({ topic: "conversations" });
      if (page.next === null) return;
      position = page.next;
    }
  });
}

/**
 * Looks at the newest records again, for some time after this device came: others archive what was said before it
 * joined, and perhaps only when they are online.
 */
export function watchArchive(engine: Engine): Promise<void> {
  return engine.locks.run("archive load", async () => {
    const { next, watchedUntil } = archiveOf(engine);
    if (next !== null || watchedUntil < engine.ports.now()) return;
    const keys = await unwrapAll(engine, await engine.server.get<ServerArchive>("archive"));
    for (let before: string | undefined; ;) {
      const query = { limit: PAGE, before };
      const page = await engine.server.get<{ records: ServerRecord[]; next: string | null }>("archive/records", query);
      const fresh = await takeRecords(engine, keys, page.records);
      if (fresh === 0 || page.next === null) return;
      before = page.next;
    }
  });
}

/**
 * Compares how many records the server has with how many the own devices have seen, and tells them of new ones, so that
 * none disappears unnoticed.
 */
export async function countArchive(engine: Engine): Promise<void> {
  const { counted } = archiveOf(engine);
  const { count } = await engine.server.get<ServerArchive>("archive");
  await saveArchive(engine, { counted: Math.max(counted, count), missing: Math.max(0, counted - count) });
  const epoch = newestKey(engine)?.epoch;
  if (count > counted && epoch !== undefined) await tellOwnDevices(engine, { kind: "archive_count", epoch, count });
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

/** @returns how many of the records were new here */
async function takeRecords(
  engine: Engine,
  keys: Map<number, ArchiveKey>,
  records: readonly ServerRecord[],
): Promise<number> {
  let fresh = 0;
  const opened = await Promise.all(records.map((record) => open(engine, keys, record)));
  const bodies = opened.filter((body) => body !== null);
  for (const id of new Set(bodies.map(({ conversationId }) => toHex(conversationId)))) {
    await engine.locks.run(`conversation ${id}`, async () => {
      if (!engine.store.get(`conversation/${id}`)) return;
      await engine.store.load(`message/${id}/`);
      const work = new Work(engine.store);
      for (const body of bodies) {
        if (toHex(body.conversationId) === id && takeSafely(engine, work, body)) fresh += 1;
      }
      await work.commit();
      engine.emit({ topic: "conversation", id });
    });
  }
  return fresh;
}

/** Until when (Unix ms) devices may have written under the key of an epoch: a removed device still has that key. */
function endOf(engine: Engine, epoch: number): number {
  // What was only announced may never happen.
  const next = entriesOf(engine, ownDevice(engine).accountId).find(
    ({ tbs }) => tbs.archiveEpoch > epoch && tbs.type !== "reset_pending",
  );
  return next ? next.tbs.timeMs + GRACE_MS : Infinity;
}

/** What a record holds, or null for one that is not what its place says: it was injected, moved or changed. */
async function open(engine: Engine, keys: Map<number, ArchiveKey>, record: ServerRecord): Promise<ArchivedBody | null> {
  try {
    const key = keys.get(record.epoch);
    if (!key || record.at > endOf(engine, record.epoch)) return null;
    const id = fromHex(record.id);
    const body = decodeArchivedBody(await openRecord(key, id, fromBase64Url(record.body)));
    // The time outside is the server's, the one inside is that of the device which wrote it.
    if (body.at > endOf(engine, record.epoch)) return null;
    return equal(recordId(key, body.conversationId, body.messageId), id) ? body : null;
  } catch (error) {
    engine.ports.warn?.(`archive record ${record.id}: ${String(error)}`);
    return null;
  }
}

/** The same for a record that was sealed with the right key, perhaps by a device that does not keep to the rules. */
function takeSafely(engine: Engine, work: Work, body: ArchivedBody): boolean {
  try {
    return take(engine, work, body);
  } catch (error) {
    if (!(error instanceof ContentError || error instanceof MlsError)) throw error;
    engine.ports.warn?.(`archived message: ${error.message}`);
    return false;
  }
}

/** @returns whether it was not here before */
function take(engine: Engine, work: Work, body: ArchivedBody): boolean {
  const message = decodeMessage(body.content);
  const { accountId, deviceId } = parseCredentialUri(message.sender);
  const isGenuine =
    equal(messageId(body.content, message), body.messageId) &&
    equal(accountId, body.accountId) &&
    equal(deviceId, body.deviceId);
  const expiresAt = expiryOf(message, body.at);
  if (!isGenuine || (expiresAt !== null && expiresAt <= engine.ports.now())) return false;
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
  if (work.get(`message/${conversationId}/${origin.id}`)?.proof) return false;
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
  return true;
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
