import { fromBase64Url, toBase64Url, toHex } from "../bytes";
import { random } from "../crypto";
import { makeCommit, type MadeCommit } from "../mls/commit";
import { decodeGroup, encodeGroup, epochOf, newGroup, type Group } from "../mls/group";
import { readPackage } from "../mls/key-package";
import { membersOf } from "../mls/profile";
import { Refused } from "./api";
import { hashOf, Problem, type Client } from "./client";
import type { Conversation, Pending } from "./state";

/* Groups of conversations: creating them, committing, and the roster rule C10 (delivery.md, sections 6 and 8). */

export function newConversation(fields: Pick<Conversation, "id" | "kind" | "accounts">, now: number): Conversation {
  return {
    ...fields,
    generation: 0,
    newest: 0,
    cursor: 0,
    leaving: [],
    state: "open",
    name: null,
    timer: null,
    groups: {},
    isBroken: false,
    pending: null,
    outgoing: [],
    messages: [],
    committedAt: now,
    sentSince: 0,
    notices: [],
  };
}

/** The present group of a conversation, or null where this device is not in it. */
export function groupOf(client: Client, { groups, generation }: Conversation): Group | null {
  const state = groups[generation];
  return state === undefined ? null : decodeGroup(fromBase64Url(state), client.own);
}

/** Puts the state of a group into the conversation; the caller saves it. Two generations are kept. */
export function putGroup(conversation: Conversation, generation: number, group: Group): void {
  conversation.groups[generation] = toBase64Url(encodeGroup(group));
  for (const known of Object.keys(conversation.groups)) {
    if (Number(known) < generation - 1) delete conversation.groups[known];
  }
}

/** `won`: the own commit counts; `lost`: another one did, which is in the inbox. */
export type Outcome = "won" | "lost";

const pathOf = (id: string, target: Pending["target"]) =>
  ({
    conversation: "conversations",
    generation: `conversations/${id}/generations`,
    commit: `conversations/${id}/commits`,
  })[target];

/** Posts the pending commit of a conversation, also one from before a crash, and finds out whether it won. */
export async function settle(client: Client, conversation: Conversation): Promise<Outcome> {
  const { id, kind, pending } = conversation;
  if (pending === null) return "won";
  const { target, generation, epoch, commit, welcome, roster, accounts } = pending;
  const body = { generation, epoch, commit, welcome, roster, account_ids: accounts };
  const first = target === "conversation" ? { conversation_id: id, kind } : {};
  try {
    await client.post(pathOf(id, target), { ...body, ...first });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const winner = error.body
      .at("envelope")
      .at("hash")
      .maybe((hash) => hash.string());
    const existing = error.body.at("conversation_id").maybe((other) => other.string());
    const isOwn = error.code === "exists" ? existing === id : winner !== null && winner === pending.hash;
    if (!isOwn) {
      conversation.pending = null;
      const isGone = target === "conversation";
      if (isGone) delete client.state.conversations[id];
      client.save();
      if (["epoch_taken", "generation_taken", "epoch_too_old"].includes(error.code)) return "lost";
      throw error;
    }
  }
  promote(client, conversation);
  client.save();
  return "won";
}

/** Makes the state after the own commit the present one. */
export function promote(client: Client, conversation: Conversation): void {
  const { pending } = conversation;
  if (pending === null) return;
  conversation.groups[pending.generation] = pending.next;
  conversation.generation = pending.generation;
  conversation.newest = Math.max(conversation.newest, pending.generation);
  conversation.accounts = pending.accounts;
  conversation.leaving = conversation.leaving.filter((account) => pending.accounts.includes(account));
  conversation.isBroken = false;
  conversation.committedAt = client.now();
  conversation.sentSince = 0;
  conversation.pending = null;
}

const rosterOf = (group: Group) =>
  membersOf(group.ratchetTree).map(({ account, device }) => ({ account_id: account, device_id: device }));
const accountsIn = (group: Group) =>
  [...new Set(membersOf(group.ratchetTree).map(({ account }) => account))].toSorted();

/** Stores a commit before it leaves, and posts it. */
async function propose(
  client: Client,
  conversation: Conversation,
  target: Pending["target"],
  made: Omit<MadeCommit, "commit"> & { commit: Uint8Array | null; generation: number; epoch: number },
  accounts: string[],
): Promise<Outcome> {
  const { generation, epoch, commit, welcome, next } = made;
  conversation.pending = {
    target,
    generation,
    epoch,
    commit: commit && toBase64Url(commit),
    welcome: welcome && toBase64Url(welcome),
    hash: commit && hashOf(commit),
    next: toBase64Url(encodeGroup(next)),
    roster: rosterOf(next),
    accounts,
  };
  client.state.conversations[conversation.id] = conversation;
  client.save();
  return settle(client, conversation);
}

/** KeyPackages of devices of an account, each of which the chain lists. */
async function claim(client: Client, account: string, devices: readonly string[]) {
  if (devices.length === 0) return [];
  const body = { device_id: client.state.device.id, account_id: account, devices };
  const answer = await client.api.post("key_packages/claim", body);
  const packages = [];
  for (const json of answer.at("packages").list()) {
    const { keyPackage, member } = await readPackage(json.at("key_package").bytes(), client.now());
    const isAsked = member.account === account && devices.includes(member.device);
    if (!isAsked || !(await client.authorise(member, false)))
      throw new Problem("the server gave a KeyPackage of a device that is not listed");
    packages.push(keyPackage);
  }
  return packages;
}

/** What a group needs, so that it has exactly the devices that the chains of these accounts list. */
async function difference(client: Client, present: ReturnType<typeof membersOf>, accounts: readonly string[]) {
  const own = client.state.device.id;
  for (const account of accounts) await client.freshChain(account);
  const listed = new Map(
    accounts.flatMap((account) =>
      (client.state.contacts[account]?.chain.devices ?? []).map(
        ({ id, key }) => [`${account} ${id} ${key}`, account] as const,
      ),
    ),
  );
  const remove = present.filter(
    ({ account, device, key }) => !listed.has(`${account} ${device} ${key}`) && device !== own,
  );
  const add = [];
  for (const account of accounts) {
    const chain = client.state.contacts[account]?.chain;
    const there = present.filter((member) => member.account === account).map(({ device }) => device);
    const missing = (chain?.devices ?? []).map(({ id }) => id).filter((id) => !there.includes(id) && id !== own);
    const packages = await claim(client, account, missing);
    if (packages.length === 0 && there.length === 0 && account !== client.account)
      throw new Problem("none of their devices can be added yet");
    add.push(...packages);
  }
  return { add, remove: remove.map(({ leaf }) => leaf) };
}

/** When a difference between a group and what is known of its members was last worked on, by conversation. */
const tried = new Map<string, number>();

/** Whether a group has other devices than the known chains of its members list. Once a minute for each conversation. */
export function differs(client: Client, id: string): boolean {
  const conversation = client.conversation(id);
  const group = conversation.isBroken ? null : groupOf(client, conversation);
  if (group === null || client.now() - (tried.get(id) ?? 0) < 60_000) return false;
  const present = membersOf(group.ratchetTree).map(({ account, device }) => `${account} ${device}`);
  const listed = conversation.accounts.flatMap((account) =>
    (client.state.contacts[account]?.chain.devices ?? []).map((device) => `${account} ${device.id}`),
  );
  const isSame = present.length === listed.length && listed.every((device) => present.includes(device));
  if (!isSame) tried.set(id, client.now());
  return !isSame;
}

/** Those who are to be in the conversation. */
const wanted = ({ accounts, leaving }: Conversation, own: string) =>
  accounts.filter((account) => account === own || !leaving.includes(account));

/**
 * Commits what the roster rule asks for, and a renewal of the own keys when it is due.
 * @returns null when nothing had to change
 */
export async function bringUpToDate(
  client: Client,
  conversation: Conversation,
  group: Group,
  sends: boolean,
): Promise<Outcome | null> {
  const accounts = wanted(conversation, client.account);
  const change = await difference(client, membersOf(group.ratchetTree), accounts);
  client.requireNoAlarm(accounts);
  const isDue = client.now() - conversation.committedAt > 24 * 3_600_000 || conversation.sentSince >= 100;
  if (change.add.length === 0 && change.remove.length === 0 && !(sends && isDue)) return null;
  const made = await makeCommit(group, change);
  const members = conversation.kind === "group" ? accountsIn(made.next) : conversation.accounts;
  return propose(
    client,
    conversation,
    "commit",
    { ...made, generation: conversation.generation, epoch: epochOf(group) },
    members,
  );
}

/** Begins the first or another group of a conversation, with all devices of its members. */
async function begin(client: Client, conversation: Conversation, generation: number): Promise<Outcome> {
  const accounts = wanted(conversation, client.account).toSorted();
  const group = await newGroup(client.own, { conversation: conversation.id, generation, accounts }, client.now());
  const { add } = await difference(client, membersOf(group.ratchetTree), accounts);
  client.requireNoAlarm(accounts);
  const target = generation === 0 ? "conversation" : "generation";
  if (add.length === 0) {
    const alone = { commit: null, welcome: null, next: group, generation, epoch: 0 };
    return propose(client, conversation, target, alone, accounts);
  }
  const made = await makeCommit(group, { add, remove: [] });
  return propose(client, conversation, target, { ...made, generation, epoch: 0 }, accounts);
}

/** Begins a conversation with people. @returns its id: that of the existing one, if there is one */
export async function createConversation(
  client: Client,
  kind: Conversation["kind"],
  accounts: string[],
): Promise<string> {
  const id = toHex(random(16));
  try {
    await begin(client, newConversation({ id, kind, accounts }, client.now()), 0);
    return id;
  } catch (error) {
    const existing =
      error instanceof Refused && error.code === "exists"
        ? error.body.at("conversation_id").maybe((other) => other.id())
        : null;
    if (existing === null) throw error;
    return existing;
  }
}

/** Replaces the group of a conversation that this device is not in, or cannot follow. */
export const beginAnew = (client: Client, conversation: Conversation): Promise<Outcome> =>
  begin(client, conversation, Math.max(conversation.generation, conversation.newest) + 1);

/** A conversation of the account that this device has not met yet. */
export async function adopt(client: Client, id: string): Promise<Conversation> {
  const known = client.state.conversations[id];
  if (known) return known;
  const about = (await client.api.get(`conversations/${id}`)).at("conversation");
  const accounts = about
    .at("members")
    .list()
    .map((member) => member.at("account_id").id());
  const kind = about.at("kind").string() as Conversation["kind"];
  const conversation = newConversation({ id, kind, accounts }, client.now());
  conversation.state = about.at("state").string();
  conversation.newest = about.at("generation").number();
  conversation.generation = conversation.newest;
  for (const member of about.at("members").list()) {
    const account = member.at("account_id").id();
    if (account !== client.account) await client.verifyContact(account, member.at("account"));
  }
  client.state.conversations[id] = conversation;
  client.save();
  return conversation;
}
