import { fromBase64Url, fromHex, toBase64Url } from "../bytes";
import {
  deviceUri,
  decodeMessage,
  encodeMessage,
  frankingTag,
  messageId,
  roomUri,
  type Content,
  type Gossip,
} from "../content";
import { random } from "../crypto";
import { encryptMessage, epochOf, type Group } from "../mls/group";
import { pause, Refused } from "./api";
import { hashOf, Problem, type Client } from "./client";
import { adopt, beginAnew, bringUpToDate, groupOf, putGroup, settle } from "./groups";
import { pull } from "./inbox";
import { settleSent } from "./messages";
import type { Conversation, Outgoing } from "./state";

/* Sending (delivery.md, section 8). */

/** What this device can write. */
export type Writable = Exclude<Content, { kind: "unknown" | "settings" | "draft" | "read" }>;

/** What this device saw of the log, for others to compare. */
function gossip(client: Client): Gossip | null {
  const { log, contacts } = client.state;
  const own = contacts[client.account]?.chain;
  if (!log || !own) return null;
  return { size: log.size, root: fromBase64Url(log.root), seq: own.seq, head: fromHex(own.head) };
}

/** Stores something to be sent. @returns its message id */
export function enqueue(client: Client, id: string, content: Writable): string {
  const conversation = client.conversation(id);
  const { host, device } = client.state;
  const [sender, room, salt] = [deviceUri(host, client.account, device.id), roomUri(host, id), random(16)];
  const isVisible = conversation.kind !== "self";
  const seconds = conversation.timer === null ? null : Math.ceil(client.now() / 1000) + conversation.timer;
  const bytes = encodeMessage({
    salt,
    sender,
    room,
    content,
    expires: isVisible && seconds !== null && content.kind === "text" ? { relative: false, seconds } : null,
    gossip: isVisible ? gossip(client) : null,
    device: isVisible ? device.name : null,
  });
  const outgoing: Outgoing = {
    id: messageId(bytes, { sender, room, salt }),
    content: toBase64Url(bytes),
    silent: content.kind !== "text",
    at: client.now(),
    encrypted: null,
  };
  conversation.outgoing.push(outgoing);
  client.save();
  return outgoing.id;
}

/** Encrypts what is first in the queue, if that is not done, and posts it. @returns whether the inbox has to be read first */
async function sendFirst(
  client: Client,
  conversation: Conversation,
  group: Group,
  outgoing: Outgoing,
): Promise<boolean> {
  const { generation } = conversation;
  if (outgoing.encrypted?.generation !== generation) {
    const bytes = fromBase64Url(outgoing.content);
    const tag = frankingTag(decodeMessage(bytes).salt, bytes);
    const { message, next } = await encryptMessage(group, bytes, tag);
    putGroup(conversation, generation, next);
    outgoing.encrypted = { generation, epoch: epochOf(group), message: toBase64Url(message), hash: hashOf(message) };
    client.save();
  }
  const { epoch, message } = outgoing.encrypted;
  try {
    const body = { generation, epoch, message, silent: outgoing.silent };
    const answer = await client.post(`conversations/${conversation.id}/messages`, body);
    const frank = answer.at("frank").maybe((each) => each.string());
    settleSent(client, conversation, outgoing, {
      at: answer.at("at").number(),
      number: answer.at("number").number(),
      frank,
    });
    client.save();
    return false;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.code !== "epoch_too_old") {
      conversation.outgoing = conversation.outgoing.filter(({ id }) => id !== outgoing.id);
      client.save();
      throw error;
    }
    // The same content is encrypted again in the present epoch, under the same message id.
    outgoing.encrypted = null;
    client.save();
    return epochOf(group) <= epoch;
  }
}

/** How long (ms) a new device waits to be added by others. */
const PATIENCE = 10_000;

/** Sends everything that waits in a conversation, and brings its group up to date. */
export async function send(client: Client, id: string): Promise<void> {
  const started = client.now();
  for (let round = 0; round < 50; round += 1) {
    const conversation = client.state.conversations[id];
    if (!conversation) return;
    if (conversation.pending) {
      if ((await settle(client, conversation)) === "lost") await pull(client);
      continue;
    }
    const [outgoing] = conversation.outgoing;
    const group = conversation.isBroken ? null : groupOf(client, conversation);
    if (group === null) {
      if (!outgoing) return;
      if (!conversation.isBroken && client.now() - started < PATIENCE) {
        await pause(1000);
        await pull(client);
      } else if ((await beginAnew(client, conversation)) === "lost") await pull(client);
      continue;
    }
    const outcome = await bringUpToDate(client, conversation, group, outgoing !== undefined);
    if (outcome === "lost") await pull(client);
    if (outcome !== null) continue;
    if (!outgoing) return;
    if (await sendFirst(client, conversation, group, outgoing)) await pull(client);
  }
  throw new Problem("others change the conversation all the time: try again");
}

/** Writes something in a conversation. */
export async function write(client: Client, id: string, content: Writable): Promise<void> {
  client.requireListed();
  client.requireNoAlarm(client.state.conversations[id]?.accounts);
  await adopt(client, id);
  enqueue(client, id, content);
  await send(client, id);
}

/** Tells the other devices of the account something. */
export async function tellOwnDevices(client: Client, content: Writable): Promise<void> {
  await pull(client);
  const self = Object.values(client.state.conversations).find(({ kind }) => kind === "self");
  const chain = await client.freshChain(client.account);
  if (!self || chain.devices.length < 2) return;
  await write(client, self.id, content);
}
