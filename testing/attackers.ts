import { frankingTag } from "@/lib/archive/franking";
import { fromHex, toBase64Url } from "@/lib/bytes/encoding";
import { encodeMessage, roomUri } from "@/lib/message-content/message";
import type { Content } from "@/lib/message-content/types";
import { claimKeyPackages } from "@/lib/messenger/commits";
import { ownDevice } from "@/lib/messenger/engine";
import { loadGroup, rosterOf } from "@/lib/messenger/groups";
import { postCounted } from "@/lib/messenger/posting";
import type { ServerReceipt } from "@/lib/messenger/wire";
import { commit, createGroup, credentialUri, encrypt, type MlsGroup } from "@/lib/mls";
import type { E2eeServer } from "@/testing/e2ee-server";
import { openDevice, settleAll, type Pocket } from "@/testing/pockets";

/** A person with one device, on a server in memory. */
export async function enrolledAt(server: E2eeServer, name: string): Promise<Pocket> {
  const pocket = await openDevice({ id: name, handle: name }, server.transport(name));
  await pocket.running.messenger.enrol("Phone");
  await pocket.running.settle();
  return pocket;
}

/** Two people with a conversation, on a server in memory. */
export async function twoAt(server: E2eeServer) {
  const [fern, otter] = [await enrolledAt(server, "fern"), await enrolledAt(server, "otter")];
  const id = await fern.running.messenger.create(["otter"], null);
  await settleAll(fern, otter);
  return { fern, otter, id };
}

/** The group that a device has of a conversation. */
export async function groupOf({ running: { engine } }: Pocket, id: string, generation = 0): Promise<MlsGroup> {
  const group = await loadGroup(engine, id, generation);
  if (!group) throw new Error("no group");
  return group;
}

/** What a modified client can put into a message of its own device. */
export interface Crafted {
  sender?: string;
  room?: string;
  /** The franking tag, when it is to be a false one. */
  tag?: Uint8Array;
  /** Instead of an encoded message. */
  bytes?: Uint8Array;
}

/** Encrypts and posts a message of a device that does not keep to the rules. @returns the group after it */
export async function craft(
  pocket: Pocket,
  group: MlsGroup,
  { id, generation = 0, content }: { id: string; generation?: number; content: Content },
  { sender, room, tag, bytes }: Crafted = {},
): Promise<{ receipt: ServerReceipt; next: MlsGroup }> {
  const { identity } = ownDevice(pocket.running.engine);
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const names = {
    sender: sender ?? credentialUri(identity),
    room: room ?? roomUri(identity.host, fromHex(id)),
  };
  const encoded = bytes ?? encodeMessage({ salt, ...names, content });
  const { message, next, epoch } = await encrypt(group, encoded, tag ?? frankingTag(salt, encoded));
  const receipt = await postCounted<ServerReceipt>(pocket.running.engine, `conversations/${id}/messages`, {
    generation,
    epoch: Number(epoch),
    message: toBase64Url(message),
    silent: false,
  });
  return { receipt, next };
}

/** A conversation as a modified client creates it: what its group says, and what it tells the server, may differ. */
export interface Planted {
  id: string;
  kind: "direct" | "group" | "self";
  generation?: number;
  /** Whom the group names. */
  accounts: string[];
  /** Whose devices are in it. */
  devices: Pocket[];
  /** Whom the server is told. */
  told: string[];
}

/** Creates a conversation, or the next generation of one. @returns its group */
export async function plant(by: Pocket, planted: Planted): Promise<MlsGroup> {
  const { engine } = by.running;
  const { id, kind, generation = 0, accounts, devices, told } = planted;
  const { identity } = ownDevice(engine);
  const conversation = { conversationId: fromHex(id), generation, accounts: accounts.map((one) => fromHex(one)) };
  const group = await createGroup(identity, conversation, () => Promise.resolve(true));
  const add: Uint8Array[] = [];
  for (const pocket of devices) {
    const { accountId, deviceId } = ownDevice(pocket.running.engine);
    await engine.log.ensure(accountId, 60_000);
    add.push(...(await claimKeyPackages(engine, accountId, [deviceId])));
  }
  const made = await commit(group, { add });
  await postCounted(engine, generation === 0 ? "conversations" : `conversations/${id}/generations`, {
    conversation_id: id,
    kind,
    generation,
    epoch: 0,
    commit: toBase64Url(made.commit),
    welcome: made.welcome && toBase64Url(made.welcome),
    roster: rosterOf(made.next),
    account_ids: told,
  });
  return made.next;
}

export const randomHex = (): string => Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("hex");
