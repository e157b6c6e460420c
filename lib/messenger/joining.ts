import { fromBase64Url, toHex } from "@/lib/bytes/encoding";
import { watchArchive } from "@/lib/messenger/archive-load";
import { contactOf, FRESH_MS, verifyContact } from "@/lib/messenger/contacts";
import { addFault, addNotice } from "@/lib/messenger/contents";
import { ownDevice, type Engine } from "@/lib/messenger/engine";
import { accountsIn, authoriser, hasFormerDevice, takeFailure } from "@/lib/messenger/groups";
import { newConversation, type ConversationRecord } from "@/lib/messenger/records";
import type { Session } from "@/lib/messenger/receiving";
import { refillKeyPackages } from "@/lib/messenger/key-packages";
import type { ServerConversation, ServerEnvelope } from "@/lib/messenger/wire";
import { groupInfo, joinGroup, MlsError, type MlsGroup } from "@/lib/mls";

/**
 * Joins the group of a conversation by a Welcome: a new conversation, or the next generation of a known one. Every
 * device in it must be in the key log, and every person must be who the server says.
 * @throws Away, and `key_alarm`; the Welcome is then looked at again later
 */
export async function joinConversation(session: Session, envelope: ServerEnvelope): Promise<void> {
  const { engine, work, conversationId } = session;
  const now = engine.ports.now();
  const known = work.get(`conversation/${conversationId}`);
  const server = await engine.server.find<{ conversation: ServerConversation }>(`conversations/${conversationId}`);
  if (!server) return;
  const about = server.conversation;
  const group = await open(engine, session, envelope);
  // Somebody added this device at the moment in which it began the next group, which counts. What was written before is
  // opened by this one.
  const isFormer = known !== undefined && envelope.generation < known.generation;
  if (!group) {
    if (isFormer) return;
    const accounts = about.members.map(({ account_id: id }) => id);
    const record =
      known ?? newConversation({ id: conversationId, kind: about.kind, accounts, state: about.state }, now);
    work.put(`conversation/${conversationId}`, { ...record, broken: true, serverGeneration: about.generation });
    return;
  }
  const own = ownDevice(engine).accountId;
  const accounts = about.kind === "group" ? accountsIn(group) : groupInfo(group).accounts.map(toHex);
  if (!isPlausible(about.kind, { accounts, present: accountsIn(group), own, known })) {
    return isFormer ? undefined : refuseWelcome(session, envelope, known);
  }
  for (const account of accounts) {
    if (account === own) continue;
    const member = about.members.find(({ account_id: id }) => id === account);
    // The server names nobody who is suspended or leaving; that their devices are listed was checked with the group.
    if (member) await verifyContact(engine, account, member.account);
    else await engine.log.ensure(account, FRESH_MS);
  }
  session.groups.set(envelope.generation, group);
  session.changed.add(envelope.generation);
  if (isFormer) return;
  const fields = { kind: about.kind, accounts, state: about.state, muted: about.muted, createdAt: about.created_at };
  const record = known ?? newConversation({ id: conversationId, ...fields }, now);
  work.put(`conversation/${conversationId}`, {
    ...record,
    accounts,
    generation: envelope.generation,
    serverGeneration: Math.max(record.serverGeneration, envelope.generation),
    committedAt: now,
    sentSince: 0,
    broken: false,
    left: false,
    stale: hasFormerDevice(engine, group),
  });
  work.after(() => engine.flush(conversationId));
  // Archived messages of a conversation are taken only once it is known here.
  if (!known) work.after(() => engine.background(() => watchArchive(engine)));
  if (!known && !work.get(`reading/${conversationId}`)) {
    // What was written before this device came has been read elsewhere, or never will be here.
    work.put(`reading/${conversationId}`, { readTo: envelope.number, draft: null, draftAt: 0 });
  }
  for (const account of known?.kind === "group" ? accounts : []) {
    if (account === own || known?.accounts.includes(account)) continue;
    const text = `${contactOf(engine, account).displayName} was added`;
    addNotice(work, conversationId, `added-${envelope.number}-${account}`, envelope.at, text);
  }
  if (known && known.generation < envelope.generation) {
    addNotice(work, conversationId, `generation-${envelope.generation}`, envelope.at, "The encryption was set up anew");
  }
  work.after(() => engine.emit({ topic: "conversations" }));
}

/** The group that a Welcome leads to, or null when it cannot be joined by it. */
async function open(engine: Engine, session: Session, envelope: ServerEnvelope): Promise<MlsGroup | null> {
  const { work, conversationId } = session;
  const packages = engine.store.entries("package/");
  const authorise = authoriser(engine);
  try {
    const { identity } = ownDevice(engine);
    const secrets = packages.map(([, { privateBytes }]) => privateBytes);
    const { group, ref } = await joinGroup(identity, fromBase64Url(envelope.payload), secrets, authorise);
    const info = groupInfo(group);
    if (toHex(info.conversationId) !== conversationId || info.generation !== envelope.generation) {
      throw new MlsError("wrong_group", "The Welcome is for another conversation.");
    }
    const key = `package/${toHex(ref)}` as const;
    if (engine.store.get(key)?.lastResort === false) work.delete(key);
    work.after(() => engine.background(() => refillKeyPackages(engine)));
    return group;
  } catch (error) {
    const failure = takeFailure(authorise);
    if (failure) throw failure;
    if (!(error instanceof MlsError)) throw error;
    engine.ports.warn?.(`welcome ${envelope.number} of ${conversationId}: ${error.code} ${error.message}`);
    return null;
  }
}

/** Whether the people in a group are those of the conversation. */
function isPlausible(
  kind: ConversationRecord["kind"],
  people: { accounts: string[]; present: string[]; own: string; known: ConversationRecord | undefined },
): boolean {
  const { accounts, present, own, known } = people;
  const size = { self: 1, direct: 2, group: null }[kind];
  const isShaped = accounts.includes(own) && (size === null || accounts.length === size);
  // Whom a group names, and whose devices are in it, its creator could make differ.
  if (!isShaped || !present.every((account) => accounts.includes(account))) return false;
  if (!known) return true;
  // A group that replaces another brings nobody in, except where this device has missed who was added.
  const mayGrow = kind === "group" && known.broken;
  return known.kind === kind && (mayGrow || accounts.every((account) => known.accounts.includes(account)));
}

/** Goes on without the group of a Welcome. A known conversation gets a new one as soon as somebody writes. */
function refuseWelcome(session: Session, envelope: ServerEnvelope, known: ConversationRecord | undefined): void {
  const { engine, work, conversationId } = session;
  engine.ports.warn?.(`welcome ${envelope.number} of ${conversationId}: wrong_group`);
  if (!known) return;
  const serverGeneration = Math.max(known.serverGeneration, envelope.generation);
  work.put(`conversation/${conversationId}`, { ...known, broken: true, serverGeneration });
  const text = "A change of this conversation was refused by this device.";
  addFault(work, conversationId, `refused-${envelope.number}`, envelope.at, text);
}
