import { sha256 } from "@noble/hashes/sha2.js";
import { frankingTag } from "@/lib/archive/franking";
import { fromHex, toBase64Url, toHex } from "@/lib/bytes/encoding";
import { encodeMessage, messageId, roomUri } from "@/lib/message-content/message";
import { ContentError } from "@/lib/message-content/cbor";
import type { Content } from "@/lib/message-content/types";
import { requireNoAlarm } from "@/lib/messenger/alarms";
import { commitNewGroup, commitTo, settlePending, claimKeyPackages } from "@/lib/messenger/commits";
import { uploadFiles } from "@/lib/messenger/attachments";
import { conversationOf, ownDevice, type Engine } from "@/lib/messenger/engine";
import { loadGroup, stageGroup } from "@/lib/messenger/groups";
import { MessengerError } from "@/lib/messenger/ports";
import { postCounted } from "@/lib/messenger/posting";
import type { ConversationRecord, OutgoingRecord } from "@/lib/messenger/records";
import { accountsOf, rosterChange } from "@/lib/messenger/roster";
import { Away, Refused } from "@/lib/messenger/server";
import { settleSent } from "@/lib/messenger/sent";
import { Work } from "@/lib/messenger/store";
import type { ServerReceipt } from "@/lib/messenger/wire";
import { credentialUri, encrypt, groupInfo, type MlsGroup } from "@/lib/mls";

/** `more`: there may be something left; `behind`: the inbox has to be processed first; `waiting`: try again later. */
type Step = "done" | "more" | "behind" | "waiting";

const COMMIT_AFTER_MS = 24 * 3_600_000;
const COMMIT_AFTER_MESSAGES = 100;
/** How often others may win an epoch before this device tries again later. */
const MAX_ROUNDS = 20;
/** How long (ms) something to be sent waits for others to add this device before it starts a new group. */
const PATIENCE_MS = 10_000;

/**
 * Sends everything that waits in a conversation, in order.
 * @returns "done", or why something is to be tried again later: "waiting" for others to act, or still "behind" after as
 *   many rounds as a busy group needs
 * @throws Away, MessengerError; what waits stays
 */
export async function flushConversation(engine: Engine, conversationId: string): Promise<Exclude<Step, "more">> {
  let rounds = 0;
  for (;;) {
    const step = await engine.locks.run(`conversation ${conversationId}`, () => nextStep(engine, conversationId));
    if (step === "more") continue;
    if (step !== "behind" || (rounds += 1) > MAX_ROUNDS) return step;
    await engine.pull();
  }
}

async function nextStep(engine: Engine, conversationId: string): Promise<Step> {
  const conversation = engine.store.get(`conversation/${conversationId}`);
  if (!conversation) return "done";
  if (conversation.pending) return (await settlePending(engine, conversationId)) === "won" ? "more" : "behind";
  if (conversation.left) return "done";
  const outgoing = nextOutgoing(engine, conversationId);
  const group = conversation.broken ? null : await loadGroup(engine, conversationId, conversation.generation);
  if (!outgoing && !(group && needsCommit(conversation))) return "done";
  requireNoAlarm(engine.store, conversationId);
  try {
    if (!group) return outgoing ? await rejoin(engine, conversation, outgoing) : "done";
    const committed = await bringUpToDate(engine, conversation, group, outgoing !== undefined);
    if (committed) return committed;
    return outgoing ? await sendOne(engine, conversation, group, outgoing) : "done";
  } catch (error) {
    if (error instanceof Away || !outgoing) throw error;
    return refuse(engine, outgoing, error);
  }
}

/** The first record that waits in a conversation. */
function nextOutgoing(engine: Engine, conversationId: string): OutgoingRecord | undefined {
  return engine.store
    .all("outgoing/")
    .find((record) => record.conversationId === conversationId && record.problem === null);
}

const needsCommit = ({ leaving, stale }: ConversationRecord) => leaving.length > 0 || stale;

/** Commits what the roster rule asks for, and renews the own keys when they are old. @returns null when there was nothing */
async function bringUpToDate(
  engine: Engine,
  conversation: ConversationRecord,
  group: MlsGroup,
  sends: boolean,
): Promise<Step | null> {
  const { add, remove, missing } = await rosterChange(engine, group, accountsOf(engine, conversation));
  // A log that failed a check while it was asked is an alarm by now.
  requireNoAlarm(engine.store, conversation.id);
  const { committedAt, sentSince } = conversation;
  const isOld = engine.ports.now() - committedAt > COMMIT_AFTER_MS || sentSince >= COMMIT_AFTER_MESSAGES;
  if (add.length > 0 || remove.length > 0 || (sends && isOld)) {
    const outcome = await commitTo(engine, conversation.id, { add, remove });
    if (outcome === "won" && add.length > 0) engine.background(() => repeatSettings(engine, conversation.id));
    return outcome === "won" ? "more" : "behind";
  }
  if (conversation.stale && missing === "none") {
    const work = new Work(engine.store);
    work.put(`conversation/${conversation.id}`, { ...conversation, stale: false });
    await work.commit();
  }
  return !sends && missing === "soon" ? "waiting" : null;
}

/** Says again what devices that came later cannot know: the name, and after what time messages disappear. */
export async function repeatSettings(engine: Engine, conversationId: string): Promise<void> {
  const { name, expiry } = conversationOf(engine, conversationId);
  if (name !== null) await enqueue(engine, { conversationId, content: { kind: "name", name } });
  if (expiry !== null) await enqueue(engine, { conversationId, content: { kind: "timer", seconds: expiry } });
}

/** Starts the next generation of a conversation whose group this device is not in, or can no longer follow. */
async function rejoin(engine: Engine, conversation: ConversationRecord, { createdAt }: OutgoingRecord): Promise<Step> {
  if (engine.ports.now() - createdAt < PATIENCE_MS && !conversation.broken) return "waiting";
  const { deviceId } = ownDevice(engine);
  const accounts = accountsOf(engine, conversation);
  const add: Uint8Array[] = [];
  for (const account of accounts) {
    await engine.log.ensure(account, 0);
    const devices = engine.log.devices(account).filter((device) => device !== deviceId);
    add.push(...(await claimKeyPackages(engine, account, devices)));
  }
  requireNoAlarm(engine.store, conversation.id);
  const generation = Math.max(conversation.generation, conversation.serverGeneration) + 1;
  return (await commitNewGroup(engine, { conversation, generation, accounts, add })) === "won" ? "more" : "behind";
}

async function sendOne(
  engine: Engine,
  conversation: ConversationRecord,
  group: MlsGroup,
  waiting: OutgoingRecord,
): Promise<Step> {
  const outgoing = waiting.encoded ? waiting : encodeOutgoing(engine, await uploadFiles(engine, waiting));
  const { encoded, encrypted: before } = outgoing;
  if (!encoded) throw new ContentError("The content has no encoding.");
  const work = new Work(engine.store);
  let { encrypted } = outgoing;
  if (!before || before.generation !== conversation.generation) {
    const { message, next, epoch } = await encrypt(group, encoded, frankingTag(outgoing.salt, encoded));
    stageGroup(engine, work, conversation.id, conversation.generation, next);
    const hash = toBase64Url(sha256(message));
    encrypted = { generation: conversation.generation, epoch: Number(epoch), message, hash };
  }
  const journalled: OutgoingRecord = { ...outgoing, encrypted };
  work.put(keyOf(outgoing), journalled);
  await work.commit();
  if (!encrypted) return "done";
  try {
    const receipt = await postCounted<ServerReceipt>(engine, `conversations/${conversation.id}/messages`, {
      generation: encrypted.generation,
      epoch: encrypted.epoch,
      message: toBase64Url(encrypted.message),
      silent: outgoing.content.kind !== "text",
    });
    const sent = new Work(engine.store);
    settleSent(engine, sent, journalled, receipt);
    await sent.commit();
    return "more";
  } catch (error) {
    if (!(error instanceof Refused) || !["epoch_too_old", "generation_too_old"].includes(error.code)) throw error;
    // The same content is encrypted again in the present epoch, under the same message id.
    const again = new Work(engine.store);
    again.put(keyOf(outgoing), { ...journalled, encrypted: null });
    await again.commit();
    return groupInfo(group).epoch > encrypted.epoch ? "more" : "behind";
  }
}

async function refuse(engine: Engine, outgoing: OutgoingRecord, error: unknown): Promise<Step> {
  const current = engine.store.get(keyOf(outgoing));
  if (!current) return "more";
  if (error instanceof MessengerError && (error.code === "key_alarm" || error.code === "removed")) throw error;
  const problem = error instanceof MessengerError ? error.message : "This message could not be sent.";
  if (!(error instanceof MessengerError)) engine.ports.warn?.(`sending failed: ${String(error)}`);
  const work = new Work(engine.store);
  work.put(keyOf(outgoing), { ...current, problem });
  await work.commit();
  engine.emit({ topic: "conversation", id: outgoing.conversationId });
  return "more";
}

const keyOf = ({ seq }: Pick<OutgoingRecord, "seq">) => `outgoing/${String(seq).padStart(12, "0")}` as const;

/** The record with its content encoded, whose hash is the message id. */
export function encodeOutgoing(engine: Engine, outgoing: OutgoingRecord): OutgoingRecord {
  const { identity, accountId } = ownDevice(engine);
  const [sender, room] = [credentialUri(identity), roomUri(identity.host, fromHex(outgoing.conversationId))];
  const log = engine.store.get("log");
  const chain = engine.log.state(accountId);
  const encoded = encodeMessage({
    salt: outgoing.salt,
    sender,
    room,
    content: outgoing.content,
    ...(outgoing.expiresAt !== null && { expires: { relative: false, seconds: Math.ceil(outgoing.expiresAt / 1000) } }),
    ...(log && chain && { gossip: { logSize: log.size, root: log.root, seq: chain.seq, head: chain.head } }),
  });
  const id = toHex(messageId(encoded, { sender, room, salt: outgoing.salt }));
  return { ...outgoing, encoded, id };
}

/** What is to be sent, apart from its place in the order. */
export interface Enqueued {
  conversationId: string;
  content: Content;
  token?: string;
  expiresAt?: number | null;
  /** Encrypted files, in the order of the content's attachments. */
  files?: Uint8Array[];
}

let lastSeq = 0;

/**
 * Stores something to be sent and begins to send it.
 * @returns the id under which it is shown: the message id, or a provisional one where files have to be uploaded
 */
export async function enqueue(
  engine: Engine,
  { conversationId, content, token, expiresAt = null, files = [] }: Enqueued,
): Promise<string> {
  if (conversationOf(engine, conversationId).left) {
    throw new MessengerError("not_a_member", "You are no longer in this group.");
  }
  const before = token && engine.store.all("outgoing/").find((record) => record.token === token);
  if (before) return before.shownAs ?? before.id ?? "";
  const known = engine.store.all("outgoing/").reduce((most, { seq }) => Math.max(most, seq), 0);
  const seq = (lastSeq = Math.max(lastSeq, known, engine.ports.now()) + 1);
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const record: OutgoingRecord = {
    seq,
    conversationId,
    id: null,
    shownAs: files.length > 0 ? toHex(crypto.getRandomValues(new Uint8Array(32))) : null,
    token: token ?? null,
    content,
    salt,
    createdAt: engine.ports.now(),
    expiresAt,
    encoded: null,
    encrypted: null,
    problem: null,
  };
  const outgoing = files.length > 0 ? record : encodeOutgoing(engine, record);
  const work = new Work(engine.store);
  for (const [index, file] of files.entries()) work.put(`file/${seq}/${index}`, file);
  work.put(keyOf(outgoing), outgoing);
  await work.commit();
  engine.emit({ topic: "conversation", id: conversationId });
  engine.flush(conversationId);
  return outgoing.shownAs ?? outgoing.id ?? "";
}
