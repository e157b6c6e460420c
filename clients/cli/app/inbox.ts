import { fromBase64Url, Malformed, same, toBase64Url, toHex } from "../bytes";
import { decodeMessage, deviceUri, frankingTag, messageId, roomUri } from "../content";
import type { Json } from "../json";
import type { AppliedCommit } from "../mls/apply-commit";
import { decodeGroup, join } from "../mls/group";
import { decodePackage } from "../mls/key-package";
import { membersOf, MlsFault, placeOf } from "../mls/profile";
import { receive, type ReceivedMessage } from "../mls/receive";
import { Refused } from "./api";
import { handleOf, Problem, type Client } from "./client";
import { adopt, newConversation, promote, putGroup } from "./groups";
import { applyToConversation, keep, settleSent } from "./messages";
import type { Conversation } from "./state";

/* Receiving (delivery.md, section 7). */

interface Envelope {
  conversation: string;
  generation: number;
  number: number;
  kind: string;
  payload: Uint8Array;
  hash: string;
  at: number;
  frank: string | null;
}

const envelopeFrom = (json: Json): Envelope => ({
  conversation: json.at("conversation_id").id(),
  generation: json.at("generation").number(),
  number: json.at("number").number(),
  kind: json.at("kind").string(),
  payload: json.at("payload").bytes(),
  hash: json.at("hash").string(),
  at: json.at("at").number(),
  frank: json.at("frank").maybe((each) => each.string()),
});

/**
 * Fetches and processes everything that waits for this device. What was processed is on the disk before it is
 * acknowledged. A conversation that cannot be processed now keeps nothing back from the others.
 */
export async function pull(client: Client): Promise<void> {
  for (;;) {
    const answer = await client.api.get("inbox", { device_id: client.state.device.id, limit: 200 });
    const envelopes = answer.at("envelopes").list().map(envelopeFrom);
    const stuck = new Set<string>();
    for (const envelope of envelopes.toSorted((a, b) => a.number - b.number)) {
      if (stuck.has(envelope.conversation)) continue;
      try {
        await take(client, envelope);
      } catch (error) {
        if (!(error instanceof Refused || error instanceof Problem)) throw error;
        stuck.add(envelope.conversation);
        client.tell(`a conversation waits: ${error.message}`);
      }
      client.save();
    }
    const ids = [...new Set(envelopes.map(({ conversation }) => conversation))];
    const done = ids.filter((id) => client.state.conversations[id] !== undefined);
    const acks = done.map((id) => ({ conversation_id: id, number: client.state.conversations[id]?.cursor ?? 0 }));
    if (acks.length > 0) await client.api.post("inbox/ack", { device_id: client.state.device.id, acks });
    if (!answer.at("more").boolean() || stuck.size === ids.length) return;
  }
}

/** Processes one envelope. The caller saves what it changed, together with the cursor. */
async function take(client: Client, envelope: Envelope): Promise<void> {
  const before = client.state.conversations[envelope.conversation];
  if (before && envelope.number <= before.cursor) return;
  if (envelope.kind === "welcome") await enter(client, envelope);
  const conversation =
    client.state.conversations[envelope.conversation] ?? (await adopt(client, envelope.conversation));
  if (envelope.kind !== "welcome") {
    const { pending } = conversation;
    if (pending?.hash && pending.hash === envelope.hash) promote(client, conversation);
    else await takeInGroup(client, conversation, envelope);
  }
  dropLost(conversation, envelope);
  conversation.cursor = envelope.number;
}

/** Another commit won the epoch for which this device made one. */
function dropLost(conversation: Conversation, { kind, generation, hash }: Envelope): void {
  const { pending } = conversation;
  if (pending === null || kind === "message" || hash === pending.hash || pending.target === "conversation") return;
  if (generation >= pending.generation) conversation.pending = null;
}

/** Joins a group by a Welcome. Every device in it is listed, and everybody is who the server says (C10). */
async function enter(client: Client, envelope: Envelope): Promise<void> {
  const { conversation: id, generation } = envelope;
  const about = (await client.api.get(`conversations/${id}`)).at("conversation");
  const kind = about.at("kind").string() as Conversation["kind"];
  const members = about.at("members").list();
  const known = client.state.conversations[id];
  const accounts = members.map((member) => member.at("account_id").id());
  const conversation = known ?? newConversation({ id, kind, accounts }, client.now());
  conversation.newest = Math.max(conversation.newest, about.at("generation").number());
  // It was added to a group that it has replaced meanwhile: this one only opens what was written there.
  const isFormer = known !== undefined && generation < known.generation;
  try {
    const packages = Object.entries(client.state.packages);
    const secrets = packages.map(([, { bytes }]) => decodePackage(fromBase64Url(bytes)));
    const { group, ref } = await join(client.own, envelope.payload, secrets, client.authorise);
    const place = placeOf(group);
    const isHere = place.conversation === id && place.generation === generation;
    if (!isHere) throw new MlsFault("wrong_group");
    const present = [...new Set(membersOf(group.ratchetTree).map(({ account }) => account))];
    conversation.accounts = kind === "group" ? present.toSorted() : place.accounts;
    const isWhole = present.every((account) => conversation.accounts.includes(account));
    if (!isWhole || conversation.accounts.length > (kind === "direct" ? 2 : kind === "self" ? 1 : 32))
      throw new MlsFault("wrong_group");
    for (const account of conversation.accounts) {
      if (account === client.account) continue;
      await client.verifyContact(
        account,
        members.find((member) => member.at("account_id").string() === account)?.at("account"),
      );
    }
    putGroup(conversation, generation, group);
    if (client.state.packages[ref]?.isLastResort === false) delete client.state.packages[ref];
    const now = { generation, isBroken: false, state: about.at("state").string() };
    if (!isFormer) Object.assign(conversation, { ...now, committedAt: client.now(), sentSince: 0 });
  } catch (error) {
    if (!(error instanceof MlsFault || error instanceof Problem)) throw error;
    notice(conversation, envelope, `this device could not join: ${error.message}`);
    if (!isFormer) conversation.isBroken = true;
  }
  client.state.conversations[id] = conversation;
}

function notice(conversation: Conversation, { at }: Envelope, words: string): void {
  if (conversation.notices.at(-1)?.text !== words) conversation.notices.push({ at, text: words });
}

async function takeInGroup(client: Client, conversation: Conversation, envelope: Envelope): Promise<void> {
  const state = conversation.groups[envelope.generation];
  if (state === undefined) {
    // Of a group that this device was not in, or of one that it is not in yet.
    if (envelope.generation > conversation.generation) {
      conversation.newest = Math.max(conversation.newest, envelope.generation);
      conversation.isBroken = true;
    }
    return;
  }
  try {
    const received = await receive(decodeGroup(fromBase64Url(state), client.own), envelope.payload, client.authorise);
    if ("content" in received) takeMessage(client, conversation, envelope, received);
    else await takeCommit(client, conversation, envelope, received);
  } catch (error) {
    if (error instanceof Malformed) return notice(conversation, envelope, "a message is malformed");
    if (!(error instanceof MlsFault)) throw error;
    if (error.code === "own_message") return takeOwn(client, conversation, envelope);
    if (envelope.kind === "commit" && error.code === "epoch_too_old") return;
    if (envelope.kind === "commit" || error.code === "future_epoch") conversation.isBroken = true;
    notice(
      conversation,
      envelope,
      envelope.kind === "commit" ? `a change was refused (${error.code})` : "a message could not be decrypted",
    );
  }
}

/** The server has a message of this device, which it may not have heard. */
function takeOwn(client: Client, conversation: Conversation, envelope: Envelope): void {
  const outgoing = conversation.outgoing.find(({ encrypted }) => encrypted?.hash === envelope.hash);
  if (outgoing) settleSent(client, conversation, outgoing, envelope);
}

async function takeCommit(
  client: Client,
  conversation: Conversation,
  envelope: Envelope,
  { next, isOut, committer, added, removed }: AppliedCommit,
): Promise<void> {
  if (isOut) {
    conversation.isBroken = true;
    return notice(conversation, envelope, `@${handleOf(client, committer.account)} removed this device`);
  }
  putGroup(conversation, envelope.generation, next);
  if (conversation.kind !== "group") return;
  const present = [...new Set(membersOf(next.ratchetTree).map(({ account }) => account))].toSorted();
  for (const { account } of added) if (!conversation.accounts.includes(account)) await client.verifyContact(account);
  conversation.accounts = present;
  for (const { account } of removed) {
    if (!present.includes(account))
      notice(conversation, envelope, `@${handleOf(client, account)} is no longer in the group`);
  }
}

function takeMessage(
  client: Client,
  conversation: Conversation,
  envelope: Envelope,
  { content: bytes, tag, sender, next }: ReceivedMessage,
): void {
  putGroup(conversation, envelope.generation, next);
  const message = decodeMessage(bytes);
  const { host, account, device } = sender;
  // What a message says of its sender and place must be what the group authenticated.
  const isGenuine =
    message.sender === deviceUri(host, account, device) &&
    message.room === roomUri(host, conversation.id) &&
    same(tag, frankingTag(message.salt, bytes));
  if (!isGenuine)
    return notice(conversation, envelope, `a message of @${handleOf(client, account)} names another sender`);
  if (message.gossip)
    client.state.claims.push({ size: message.gossip.size, root: toBase64Url(message.gossip.root), account });
  checkHead(client, account, message.gossip);
  const { content } = message;
  if (conversation.kind === "self") {
    if (content.kind === "archive_key") {
      client.state.archive.keys[content.epoch] = toBase64Url(content.key);
      client.state.archive.isOn = true;
    }
    if (content.kind === "settings" && typeof content.values.get("archive") === "boolean")
      client.state.archive.isOn = content.values.get("archive") === true;
    return;
  }
  applyToConversation(conversation, content, account);
  const { at, number, frank } = envelope;
  keep(client, conversation, {
    id: messageId(bytes, message),
    at,
    number,
    account,
    device,
    content: toBase64Url(bytes),
    frank,
  });
}

/** C11, for the sender's own chain: the entry that they name is the one that this device knows. */
function checkHead(client: Client, account: string, gossip: { seq: number; head: Uint8Array } | null): void {
  const chain = client.state.contacts[account]?.chain;
  if (!gossip || chain?.seq !== gossip.seq || chain.head === toHex(gossip.head)) return;
  client.alarm(`@${handleOf(client, account)} sees another chain of their own keys than this device`, account);
}
