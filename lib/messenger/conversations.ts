import { toHex } from "@/lib/bytes/encoding";
import { claimKeyPackages, commitNewGroup, commitTo } from "@/lib/messenger/commits";
import { verifyContact } from "@/lib/messenger/contacts";
import { conversationOf, ownDevice, randomId, type Engine } from "@/lib/messenger/engine";
import { loadGroup } from "@/lib/messenger/groups";
import { newConversation, type ConversationRecord } from "@/lib/messenger/records";
import { mayRemove } from "@/lib/messenger/membership";
import { MessengerError } from "@/lib/messenger/ports";
import { rosterChange } from "@/lib/messenger/roster";
import type { ContactState } from "@/lib/messenger/schema";
import { enqueue, repeatSettings } from "@/lib/messenger/sending";
import { Refused } from "@/lib/messenger/server";
import { Work } from "@/lib/messenger/store";
import type { ServerContact, ServerConversation } from "@/lib/messenger/wire";

const MAX_ROUNDS = 10;

/** Whether one may write to a person, and the conversation of the two if there is one. */
export async function findContact(
  engine: Engine,
  personId: string,
): Promise<{ state: ContactState; conversationId: string | null; accountId: string | null }> {
  const found = await engine.server.get<ServerContact>(`people/${personId}`);
  return { state: found.contact, conversationId: found.conversation_id, accountId: found.account_id };
}

/** The accounts of people, verified. @throws MessengerError `no_keys`, `closed`, `key_alarm` */
async function accountsOfPeople(engine: Engine, personIds: readonly string[]): Promise<string[]> {
  const accounts: string[] = [];
  for (const personId of personIds) {
    const { state, accountId } = await findContact(engine, personId);
    if (accountId === null) throw new MessengerError("no_keys", "They do not use encrypted messages yet.");
    if (state === "closed") throw new MessengerError("closed", "They do not take messages from you.");
    const contact = await verifyContact(engine, accountId);
    if (contact.personId !== personId) throw new MessengerError("key_alarm", "A check of the keys failed.");
    accounts.push(accountId);
  }
  return accounts;
}

/** Creates a conversation, or returns the existing one with one other person. */
export async function createConversation(engine: Engine, personIds: string[], name: string | null): Promise<string> {
  const { accountId: own } = ownDevice(engine);
  const [only] = personIds;
  if (personIds.length === 1 && only !== undefined && name === null) {
    const { conversationId } = await findContact(engine, only);
    if (conversationId !== null) return openExisting(engine, conversationId);
  }
  const others = await accountsOfPeople(engine, personIds);
  const accounts = [own, ...others].toSorted();
  const kind = personIds.length === 1 && name === null ? "direct" : "group";
  const id = toHex(randomId());
  try {
    await engine.locks.run(`conversation ${id}`, async () => {
      const addedBy = Object.fromEntries(others.map((account) => [account, own]));
      const fields = { id, kind, accounts, addedBy, creator: own } as const;
      const conversation = newConversation(fields, engine.ports.now());
      const add = await packagesOf(engine, accounts, others);
      await commitNewGroup(engine, { conversation, generation: 0, accounts, add });
    });
  } catch (error) {
    const existing = error instanceof Refused && error.code === "exists" ? error.body["conversation_id"] : null;
    if (typeof existing !== "string") throw error;
    return openExisting(engine, existing);
  }
  engine.emit({ topic: "conversations" });
  if (name !== null) await enqueue(engine, { conversationId: id, content: { kind: "name", name } });
  return id;
}

/** Key packages of all devices of these accounts but this one. @throws `no_keys` when nobody else could read it */
async function packagesOf(
  engine: Engine,
  accounts: readonly string[],
  others: readonly string[],
): Promise<Uint8Array[]> {
  const { deviceId } = ownDevice(engine);
  const all: Uint8Array[] = [];
  for (const account of accounts) {
    await engine.log.ensure(account, 60_000);
    const devices = engine.log.devices(account).filter((device) => device !== deviceId);
    const packages = await claimKeyPackages(engine, account, devices);
    if (packages.length === 0 && others.includes(account)) {
      throw new MessengerError("no_keys", "None of their devices can be reached yet. Please try again later.");
    }
    all.push(...packages);
  }
  return all;
}

/** A conversation that the server knows: this device joins it by the inbox, or starts a new group when it writes. */
async function openExisting(engine: Engine, id: string): Promise<string> {
  if (!engine.store.get(`conversation/${id}`)) await engine.pull();
  await engine.locks.run(`conversation ${id}`, async () => {
    if (engine.store.get(`conversation/${id}`)) return;
    const { conversation: about } = await engine.server.get<{ conversation: ServerConversation }>(
      `conversations/${id}`,
    );
    for (const { account_id: account, account: person } of about.members) {
      if (account !== ownDevice(engine).accountId) await verifyContact(engine, account, person);
    }
    const accounts = about.members.map(({ account_id: account }) => account);
    const { kind, state, muted, generation } = about;
    const fields = { id, kind, state, muted, accounts, generation, serverGeneration: generation };
    const work = new Work(engine.store);
    work.put(`conversation/${id}`, newConversation(fields, engine.ports.now()));
    await work.commit();
  });
  return id;
}

/** Changes who is in a group, however often others commit meanwhile. */
async function changeMembers(
  engine: Engine,
  id: string,
  change: (conversation: ConversationRecord) => string[],
): Promise<void> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const outcome = await engine.locks.run(`conversation ${id}`, async () => {
      const conversation = conversationOf(engine, id);
      const group = await loadGroup(engine, id, conversation.generation);
      if (!group) throw new MessengerError("not_a_member", "This device is not in the conversation yet.");
      const { add, remove, unreachable } = await rosterChange(engine, group, change(conversation), 60_000);
      if (unreachable.length > 0) throw new MessengerError("no_keys", "None of their devices can be reached yet.");
      if (add.length === 0 && remove.length === 0) return "won";
      return commitTo(engine, id, { add, remove });
    });
    if (outcome === "won") return;
    await engine.pull();
  }
  throw new MessengerError("busy", "Others are changing this group. Please try again.");
}

/** Adds people to a group, and tells them its name and settings. */
export async function addMembers(engine: Engine, id: string, personIds: string[]): Promise<void> {
  const { kind, accounts } = conversationOf(engine, id);
  if (kind !== "group") throw new MessengerError("not_a_group", "Start a group to write to more people.");
  const added = await accountsOfPeople(engine, personIds);
  if (new Set([...accounts, ...added]).size > 32)
    throw new MessengerError("too_many", "A group has at most 32 people.");
  await changeMembers(engine, id, (conversation) => [...new Set([...conversation.accounts, ...added])]);
  await repeatSettings(engine, id);
}

/** Removes somebody whom this person added, or anybody as the creator. */
export async function removeMember(engine: Engine, id: string, accountId: string): Promise<void> {
  const conversation = conversationOf(engine, id);
  if (conversation.kind !== "group" || mayRemove(conversation, ownDevice(engine).accountId, accountId) !== true) {
    throw new MessengerError(
      "not_allowed",
      "Only the creator of the group, or whoever added somebody, can remove them.",
    );
  }
  await changeMembers(engine, id, ({ accounts }) => accounts.filter((account) => account !== accountId));
}

/** Says that this person leaves. The next member who is online removes their devices. */
export async function leaveConversation(engine: Engine, id: string): Promise<void> {
  const conversation = conversationOf(engine, id);
  if (conversation.kind !== "group") throw new MessengerError("not_a_group", "A conversation of two cannot be left.");
  await enqueue(engine, { conversationId: id, content: { kind: "leave" } });
}

/** Accepts or declines the conversation of a stranger. */
export async function answerRequest(engine: Engine, id: string, answer: "accept" | "decline"): Promise<void> {
  await engine.server.post(`conversations/${id}/${answer}`, {});
  await patchConversation(engine, id, { state: answer === "accept" ? "open" : "declined" });
  engine.emit({ topic: "conversations" });
  if (answer === "accept") engine.flush(id);
}

/** Changes fields of a conversation that only this device, or only the server, decides. */
export async function patchConversation(
  engine: Engine,
  id: string,
  fields: Partial<Pick<ConversationRecord, "state" | "muted" | "broken" | "stale">>,
): Promise<void> {
  await engine.locks.run(`conversation ${id}`, async () => {
    const work = new Work(engine.store);
    work.put(`conversation/${id}`, { ...conversationOf(engine, id), ...fields });
    await work.commit();
  });
  engine.emit({ topic: "conversation", id });
}
