import { createHash, randomBytes } from "node:crypto";
import type { z } from "zod";
import { fromBase64Url, fromHex, toBase64Url, toHex } from "@/lib/bytes/encoding";
import { ClaimedPackages } from "@/lib/messages/packages/schema";
import { Inbox, type ConversationKind, type Envelope } from "@/lib/messages/schema";
import { commit, createGroup, encrypt, joinGroup, members, process, groupInfo, type MlsGroup } from "@/lib/mls";
import type { Answer } from "@/testing/api";
import type { TestAccount, TestDevice } from "@/testing/messaging";
import { everybody } from "@/testing/mls";

const groups = new WeakMap<TestDevice, Map<string, MlsGroup>>();
const groupsOf = (device: TestDevice): Map<string, MlsGroup> => {
  const known = groups.get(device) ?? new Map<string, MlsGroup>();
  groups.set(device, known);
  return known;
};

/** The group of a conversation as a device knows it. */
export function groupOf(device: TestDevice, id: string): MlsGroup {
  const group = groupsOf(device).get(id);
  if (!group) throw new Error("The device is in no such group.");
  return group;
}
export const keepGroup = (device: TestDevice, id: string, group: MlsGroup) => groupsOf(device).set(id, group);

const optional = (bytes: Uint8Array | null) => (bytes === null ? null : toBase64Url(bytes));
const rosterOf = (group: MlsGroup) =>
  members(group).map(({ accountId, deviceId }) => ({ account_id: toHex(accountId), device_id: toHex(deviceId) }));

/** KeyPackages of other devices, claimed from the server. */
export async function claim(device: TestDevice, account: TestAccount, devices?: TestDevice[]): Promise<Uint8Array[]> {
  const answer = await device.send("POST", "/key_packages/claim", {
    device_id: device.id,
    account_id: account.id,
    ...(devices && { devices: devices.map(({ id }) => id) }),
  });
  return ClaimedPackages.parse(answer.json).packages.map(({ key_package: bytes }) => fromBase64Url(bytes));
}

/** A commit that a device has made, and the request that posts it. */
export interface MadeCommit {
  body: Record<string, unknown>;
  next: MlsGroup;
}

/** Makes a commit without posting it. `accounts`: the members after it. */
export async function makeCommit(
  device: TestDevice,
  id: string,
  { add = [], remove = [], accounts }: { add?: Uint8Array[]; remove?: TestDevice[]; accounts: TestAccount[] },
): Promise<MadeCommit> {
  const group = groupOf(device, id);
  const leaves = members(group).filter((one) => remove.some((gone) => gone.id === toHex(one.deviceId)));
  const made = await commit(group, { add, remove: leaves.map(({ leafIndex }) => leafIndex) });
  const { epoch, generation } = groupInfo(group);
  return {
    next: made.next,
    body: {
      device_id: device.id,
      counter: device.nextCounter(),
      generation,
      epoch: Number(epoch),
      commit: toBase64Url(made.commit),
      welcome: optional(made.welcome),
      roster: rosterOf(made.next),
      account_ids: accounts.map((account) => account.id),
    },
  };
}

/** Posts a commit, and keeps the new group if it was accepted. */
export async function postCommit(device: TestDevice, id: string, { body, next }: MadeCommit): Promise<Answer> {
  const answer = await device.send("POST", `/conversations/${id}/commits`, body);
  if (answer.status === 200) keepGroup(device, id, next);
  return answer;
}

/** The request that begins a group with all devices of some accounts that have KeyPackages. */
export async function makeStart(
  device: TestDevice,
  accounts: TestAccount[],
  { id = toHex(randomBytes(16)), generation = 0 } = {},
): Promise<MadeCommit & { id: string }> {
  const others = await Promise.all(accounts.map((account) => claim(device, account)));
  const conversation = { conversationId: fromHex(id), generation, accounts: accounts.map((one) => fromHex(one.id)) };
  const group = await createGroup(device.identity, conversation, everybody);
  keepGroup(device, id, group);
  const add = others.flat();
  if (add.length > 0) return { id, ...(await makeCommit(device, id, { add, accounts })) };
  const account_ids = accounts.map((account) => account.id);
  const first = { device_id: device.id, counter: device.nextCounter(), generation, epoch: 0, account_ids };
  return { id, next: group, body: { ...first, commit: null, welcome: null, roster: rosterOf(group) } };
}

/** Begins a conversation with all devices of some accounts. */
export async function start(
  device: TestDevice,
  kind: ConversationKind,
  accounts: TestAccount[],
  given: { id?: string } = {},
): Promise<{ id: string; answer: Answer }> {
  const { id, body, next } = await makeStart(device, accounts, given);
  const answer = await device.send("POST", "/conversations", { ...body, kind, conversation_id: id });
  if (answer.status === 200) keepGroup(device, id, next);
  return { id, answer };
}

/** The franking tag of a content. */
export const tagOf = (content: Uint8Array, salt: Uint8Array) =>
  new Uint8Array(createHash("sha256").update(salt).update(content).digest());

/** Encrypts a text, keeping the group. @returns the request that posts it */
export async function makeMessage(
  device: TestDevice,
  id: string,
  text: string,
  { silent = false, tag = tagOf(Buffer.from(text), Buffer.alloc(16)) } = {},
) {
  const { message, next, epoch } = await encrypt(groupOf(device, id), new TextEncoder().encode(text), tag);
  keepGroup(device, id, next);
  return {
    device_id: device.id,
    counter: device.nextCounter(),
    generation: groupInfo(next).generation,
    epoch: Number(epoch),
    message: toBase64Url(message),
    silent,
  };
}

/** Sends a text. */
export async function say(device: TestDevice, id: string, text: string, silent = false): Promise<Answer> {
  return device.send("POST", `/conversations/${id}/messages`, await makeMessage(device, id, text, { silent }));
}

/** What is in a device's inbox. */
export async function inboxOf(device: TestDevice, limit = 200): Promise<z.infer<typeof Inbox>> {
  return Inbox.parse((await device.send("GET", `/inbox?device_id=${device.id}&limit=${limit}`)).json);
}

export async function acknowledge(device: TestDevice, envelopes: Envelope[]): Promise<Answer> {
  const acks = envelopes.map(({ conversation_id, number }) => ({ conversation_id, number }));
  return device.send("POST", "/inbox/ack", { device_id: device.id, acks });
}

/** Fetches and acknowledges everything, as a device does. @returns the texts it can read, in order */
export async function pull(device: TestDevice): Promise<string[]> {
  const { envelopes } = await inboxOf(device);
  const texts: string[] = [];
  for (const { conversation_id: id, kind, payload } of envelopes) {
    const bytes = fromBase64Url(payload);
    if (kind === "welcome") {
      keepGroup(device, id, (await joinGroup(device.identity, bytes, device.secrets, everybody)).group);
      continue;
    }
    const received = await process(groupOf(device, id), bytes).catch(() => null);
    if (!received) continue;
    keepGroup(device, id, received.next);
    if (received.kind === "message") texts.push(new TextDecoder().decode(received.content));
  }
  await acknowledge(device, envelopes);
  return texts;
}

/** A direct conversation of two accounts with KeyPackages, which everybody has joined and accepted. */
export async function directBetween(from: TestAccount, to: TestAccount): Promise<string> {
  for (const device of [...from.devices, ...to.devices]) await device.publish(3, true);
  const { id } = await start(from.devices[0], "direct", [from, to]);
  await to.devices[0].send("POST", `/conversations/${id}/accept`);
  for (const device of [...from.devices, ...to.devices]) await pull(device);
  return id;
}
