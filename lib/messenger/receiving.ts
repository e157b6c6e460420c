import { frankingTag } from "@/lib/archive/franking";
import { equal, fromBase64Url, fromHex, toHex } from "@/lib/bytes/encoding";
import { ContentError } from "@/lib/message-content/cbor";
import { decodeMessage, messageId, roomUri } from "@/lib/message-content/message";
import type { Message } from "@/lib/message-content/types";
import { stageArchived } from "@/lib/messenger/archive-queue";
import { promote } from "@/lib/messenger/commits";
import { contactOf } from "@/lib/messenger/contacts";
import {
  addFault,
  addNotice,
  applyContent,
  changeConversation,
  expiryOf,
  noticeOf,
  type Origin,
} from "@/lib/messenger/contents";
import { ownDevice, type Engine } from "@/lib/messenger/engine";
import { loadGroup, stageGroup, takeFailure } from "@/lib/messenger/groups";
import { joinConversation } from "@/lib/messenger/joining";
import { receiveCommit } from "@/lib/messenger/membership";
import { applyOwnUpdate } from "@/lib/messenger/own-devices";
import type { ConversationRecord } from "@/lib/messenger/records";
import { confirmRemoval } from "@/lib/messenger/posting";
import { outgoingWith, settleSent } from "@/lib/messenger/sent";
import { Refused } from "@/lib/messenger/server";
import { Work } from "@/lib/messenger/store";
import type { ServerEnvelope } from "@/lib/messenger/wire";
import { credentialUri, MlsError, process, type MlsGroup, type ReceivedMessage } from "@/lib/mls";

const PAGE = 200;

/** What a batch of envelopes of one conversation has changed so far. */
export interface Session {
  engine: Engine;
  work: Work;
  conversationId: string;
  /** Groups by generation, and those that changed. */
  groups: Map<number, MlsGroup>;
  changed: Set<number>;
}

/**
 * Fetches everything that waits for this device and processes it, each conversation in its order. What was processed
 * is durable before it is acknowledged, so a crash repeats envelopes, and the cursor skips them.
 * @throws Away; what was processed stays
 */
export async function pullInbox(engine: Engine): Promise<void> {
  try {
    await pullPages(engine);
  } catch (error) {
    const isUnknown = error instanceof Refused && error.code === "unknown_device";
    if (!isUnknown || !(await confirmRemoval(engine))) throw error;
  }
}

async function pullPages(engine: Engine): Promise<void> {
  const { deviceId } = ownDevice(engine);
  for (;;) {
    const query = { device_id: deviceId, limit: PAGE };
    const { envelopes, more } = await engine.server.get<{ envelopes: ServerEnvelope[]; more: boolean }>("inbox", query);
    if (envelopes.length === 0) return;
    const byConversation = new Map<string, ServerEnvelope[]>();
    for (const envelope of envelopes) {
      const { conversation_id: id } = envelope;
      byConversation.set(id, [...(byConversation.get(id) ?? []), envelope]);
    }
    const acks: { conversation_id: string; number: number }[] = [];
    const failures = new Map<string, unknown>();
    for (const [id, batch] of byConversation) {
      try {
        await engine.locks.run(`conversation ${id}`, () => processBatch(engine, id, batch));
      } catch (error) {
        // The other conversations go on; this one is fetched again.
        failures.set(id, error);
      }
      const cursor = engine.store.get(`conversation/${id}`)?.cursor;
      // Nothing is kept of a conversation whose Welcome was refused.
      const last = failures.has(id) ? undefined : Math.max(...batch.map(({ number }) => number));
      const number = cursor ?? last;
      if (number !== undefined) acks.push({ conversation_id: id, number });
    }
    if (acks.length > 0) await engine.server.post("inbox/ack", { device_id: deviceId, acks });
    for (const failure of failures.values()) throw failure;
    if (!more) return;
  }
}

async function processBatch(engine: Engine, conversationId: string, batch: readonly ServerEnvelope[]): Promise<void> {
  await engine.store.load(`message/${conversationId}/`);
  const work = new Work(engine.store);
  const session: Session = { engine, work, conversationId, groups: new Map(), changed: new Set() };
  try {
    for (const envelope of batch.toSorted((a, b) => a.number - b.number)) await processEnvelope(session, envelope);
  } finally {
    // What came before an envelope that could not be looked at yet is kept.
    for (const generation of session.changed) {
      const group = session.groups.get(generation);
      if (group) stageGroup(engine, work, conversationId, generation, group);
    }
    await work.commit();
    engine.emit({ topic: "conversation", id: conversationId });
  }
}

async function processEnvelope(session: Session, envelope: ServerEnvelope): Promise<void> {
  const { work, conversationId } = session;
  const before = work.get(`conversation/${conversationId}`);
  if (before && envelope.number <= before.cursor) return;
  if (envelope.kind === "welcome") await joinConversation(session, envelope);
  else if (before?.pending?.hash && before.pending.hash === envelope.hash) await promoteOwn(session, before);
  else if (before) await processInGroup(session, before, envelope);
  const after = work.get(`conversation/${conversationId}`);
  if (!after) return;
  const pending = after.pending && isSuperseded(after, envelope) ? null : after.pending;
  work.put(`conversation/${conversationId}`, { ...after, pending, cursor: envelope.number });
}

/** Whether an envelope shows that the own commit, which it is not, can no longer win. */
function isSuperseded({ pending }: ConversationRecord, { kind, generation, epoch, hash }: ServerEnvelope): boolean {
  if (!pending || kind === "message" || hash === pending.hash) return false;
  return generation > pending.generation || (generation === pending.generation && epoch >= pending.epoch);
}

/** The own commit won, which this device did not know. What follows in this batch continues from its state. */
async function promoteOwn(session: Session, conversation: ConversationRecord): Promise<void> {
  const { generation } = conversation;
  await promote(session.engine, session.work, conversation);
  session.groups.delete(generation);
  session.changed.delete(generation);
  await session.work.commit();
}

/** The group of a generation as this batch has it. */
export async function groupIn(session: Session, generation: number): Promise<MlsGroup | null> {
  const known = session.groups.get(generation) ?? (await loadGroup(session.engine, session.conversationId, generation));
  if (known) session.groups.set(generation, known);
  return known;
}

async function processInGroup(
  session: Session,
  conversation: ConversationRecord,
  envelope: ServerEnvelope,
): Promise<void> {
  const { engine, work, conversationId } = session;
  const group = await groupIn(session, envelope.generation);
  if (!group) {
    if (envelope.generation > conversation.generation) markBroken(session, conversation, envelope);
    const isLost = envelope.kind === "message" && work.get(`conversation/${conversationId}`)?.broken === true;
    return isLost ? notice(session, envelope, "A message could not be decrypted on this device.") : undefined;
  }
  try {
    const payload = fromBase64Url(envelope.payload);
    const received = await process(group, payload);
    session.groups.set(envelope.generation, received.next);
    session.changed.add(envelope.generation);
    if (received.kind === "commit") return receiveCommit(session, envelope, received);
    receiveMessage(session, envelope, received);
  } catch (error) {
    const failure = takeFailure(group.authorise);
    if (failure) throw failure;
    if (error instanceof ContentError)
      return notice(session, envelope, "A message could not be shown: it is malformed.");
    if (!(error instanceof MlsError)) throw error;
    if (error.code === "own_message") return receiveOwn(session, envelope);
    if (envelope.kind === "commit") return refuseCommit(session, envelope, error);
    if (error.code === "replayed" || error.code === "removed") return;
    if (error.code === "future_epoch") markBroken(session, conversation, envelope);
    engine.ports.warn?.(`envelope ${envelope.number} of ${conversationId}: ${error.code}`);
    notice(session, envelope, "A message could not be decrypted on this device.");
    work.after(() => engine.emit({ topic: "conversation", id: conversationId }));
  }
}

/** One notice for all messages of an epoch that have the same fault. */
function notice({ work, conversationId }: Session, { generation, epoch, at }: ServerEnvelope, text: string): void {
  addFault(work, conversationId, `${generation}-${epoch}`, at, text);
}

/** A commit of an epoch that is over was the own one. Any other one is not accepted, and the group cannot go on. */
function refuseCommit(session: Session, envelope: ServerEnvelope, error: MlsError): void {
  if (error.code === "epoch_too_old") return;
  const conversation = session.work.get(`conversation/${session.conversationId}`);
  session.engine.ports.warn?.(`commit ${envelope.number} of ${session.conversationId}: ${error.code}`);
  notice(session, envelope, "A change of this conversation was refused by this device.");
  if (conversation) markBroken(session, conversation, envelope);
}

/** The group of an envelope cannot be followed any more; one that was replaced meanwhile need not be. */
function markBroken({ work }: Session, conversation: ConversationRecord, { generation }: ServerEnvelope): void {
  if (generation < conversation.generation) return;
  const serverGeneration = Math.max(conversation.serverGeneration, generation);
  work.put(`conversation/${conversation.id}`, { ...conversation, broken: true, serverGeneration });
}

/** A message of this device: if it did not know that the server has it, it does now. */
function receiveOwn({ engine, work }: Session, envelope: ServerEnvelope): void {
  const outgoing = outgoingWith(work, envelope.hash);
  if (outgoing) settleSent(engine, work, outgoing, envelope);
}

function receiveMessage(session: Session, envelope: ServerEnvelope, received: ReceivedMessage): void {
  const { engine, work, conversationId } = session;
  const message = decodeMessage(received.content);
  const { sender } = received;
  const conversation = work.get(`conversation/${conversationId}`);
  if (!conversation) return;
  // What a message says about its sender and place must be what the group authenticated.
  const isGenuine =
    message.sender === credentialUri(sender) &&
    message.room === roomUri(sender.host, fromHex(conversationId)) &&
    equal(received.aad, frankingTag(message.salt, received.content));
  if (!isGenuine) return notice(session, envelope, "A message was refused, because it names another sender.");
  const accountId = toHex(sender.accountId);
  const id = toHex(messageId(received.content, message));
  const { at, number } = envelope;
  const origin: Origin = { conversationId, accountId, deviceId: toHex(sender.deviceId), at, number, id };
  claim(session, message, origin);
  const isOwn = accountId === ownDevice(engine).accountId;
  if (conversation.kind === "self") return isOwn ? applyOwnUpdate(engine, work, message.content) : undefined;
  const expiresAt = expiryOf(message, at);
  if (expiresAt !== null && expiresAt <= engine.ports.now()) return;
  if (message.content.kind === "unknown") {
    addNotice(work, conversationId, id, at, "A message of a kind that this version of Barker does not know");
  }
  applyContent(work, origin, message, {
    status: isOwn ? "sent" : "received",
    proof: { content: received.content, salt: message.salt, tag: received.aad, frank: envelope.frank },
  });
  const changed = changeConversation(conversation, message.content, accountId);
  work.put(`conversation/${conversationId}`, changed);
  noticeOf(work, conversation, message.content, origin, isOwn ? "You" : contactOf(engine, accountId).displayName);
  stageArchived(engine, work, {
    ...origin,
    sender: accountId,
    device: origin.deviceId,
    content: received.content,
    frank: envelope.frank,
  });
  if (changed.leaving.length > conversation.leaving.length) work.after(() => engine.flush(conversationId));
}

/** Remembers what the sender saw of the log, to be compared with what this device sees. */
function claim({ work }: Session, { gossip }: Message, { accountId, deviceId, conversationId }: Origin): void {
  if (!gossip) return;
  const { logSize: size, root, seq, head } = gossip;
  work.put(`claim/${accountId}-${deviceId}`, { size, root, seq, head, accountId, conversationId });
}
