import { fromBase64Url, Malformed, toBase64Url } from "../bytes";
import { openRecord, sealRecord, unwrap, type Archived, type ArchiveKey } from "../archive";
import { decodeMessage, deviceUri, messageId, roomUri } from "../content";
import { Unopenable } from "../crypto";
import { Problem, type Client } from "./client";
import { adopt } from "./groups";
import { applyToConversation, keep } from "./messages";

/* The archive (devices-and-history.md, section 6). */

/** Stores what waits, 100 records at a time. */
export async function upload(client: Client): Promise<void> {
  const { archive, conversations } = client.state;
  const key = client.archiveKey;
  while (archive.isOn && key !== null && archive.waiting.length > 0) {
    const batch = archive.waiting.slice(0, 100);
    const records = batch.flatMap(({ conversation, id }) => {
      const message = conversations[conversation]?.messages.find((each) => each.id === id);
      if (!message) return [];
      const { account, device, at, number, frank, content } = message;
      const sealed = sealRecord(key, {
        conversation,
        id,
        account,
        device,
        at,
        number,
        frank: frank === null ? null : fromBase64Url(frank),
        content: fromBase64Url(content),
      });
      return { id: sealed.id, epoch: key.epoch, at, body: toBase64Url(sealed.body) };
    });
    if (records.length > 0) await client.api.post("archive/records", { records });
    archive.waiting.splice(0, batch.length);
    client.save();
  }
}

/** Queues everything for an archive that begins. */
export function archiveAll(client: Client): void {
  for (const { id, kind, messages } of Object.values(client.state.conversations)) {
    if (kind === "self") continue;
    for (const message of messages) client.state.archive.waiting.push({ conversation: id, id: message.id });
  }
  client.save();
}

/** The keys of all epochs that the newest one opens. */
async function allKeys(client: Client): Promise<Map<number, ArchiveKey>> {
  const newest = client.archiveKey;
  if (newest === null) throw new Problem("this device has no key of the archive");
  const keys = new Map([[newest.epoch, newest]]);
  const wrapped = new Map(
    (await client.api.get("archive"))
      .at("epochs")
      .list()
      .map((epoch) => [epoch.at("n").number(), epoch.at("wrapped").maybe((bytes) => bytes.bytes())]),
  );
  let key: ArchiveKey | null = newest;
  while (key !== null) {
    const bytes: Uint8Array | null = wrapped.get(key.epoch) ?? null;
    key = bytes === null ? null : unwrap(key, bytes);
    if (key) keys.set(key.epoch, key);
  }
  for (const each of keys.values()) client.state.archive.keys[each.epoch] = toBase64Url(each.key);
  return keys;
}

const HOUR = 3_600_000;

/** Until when devices may have written under the key of an epoch: a removed device still has that key. */
function endOf(client: Client, epoch: number): number {
  const epochs = Object.entries(client.state.contacts[client.account]?.chain.epochs ?? {});
  const later = epochs.filter(([number]) => Number(number) > epoch).map(([, time]) => time);
  return Math.min(...later) + HOUR;
}

/** A record that is what its place says, or null. */
function opened(
  client: Client,
  key: ArchiveKey | undefined,
  { id, at, body }: { id: string; at: number; body: Uint8Array },
): Archived | null {
  try {
    if (!key) return null;
    const record = openRecord(key, id, body);
    const message = decodeMessage(record.content);
    const [, host = ""] = /^mimi:\/\/([^/]+)\//.exec(message.sender) ?? [];
    const isGenuine =
      message.sender === deviceUri(host, record.account, record.device) &&
      message.room === roomUri(host, record.conversation) &&
      messageId(record.content, message) === record.id;
    return isGenuine && Math.max(at, record.at) <= endOf(client, key.epoch) ? record : null;
  } catch (error) {
    if (error instanceof Unopenable || error instanceof Malformed) return null;
    throw error;
  }
}

/** Reads the archive, newest records first. @returns how many were read, and how many did not open */
export async function load(client: Client): Promise<{ read: number; refused: number }> {
  const keys = await allKeys(client);
  const counts = { read: 0, refused: 0 };
  let before: string | null = null;
  do {
    const query: Record<string, string | number> = before === null ? { limit: 200 } : { limit: 200, before };
    const page = await client.api.get("archive/records", query);
    for (const json of page.at("records").list()) {
      const sealed = { id: json.at("id").id(), at: json.at("at").number(), body: json.at("body").bytes() };
      const record = opened(client, keys.get(json.at("epoch").number()), sealed);
      if (record === null) {
        counts.refused += 1;
        continue;
      }
      counts.read += 1;
      const { conversation: id, frank, content, ...place } = record;
      const conversation = client.state.conversations[id] ?? (await adopt(client, id));
      const isNew = !conversation.messages.some((each) => each.id === record.id);
      if (!isNew) continue;
      keep(client, conversation, { ...place, content: toBase64Url(content), frank: frank && toBase64Url(frank) });
      applyToConversation(conversation, decodeMessage(content).content, place.account);
      client.state.archive.waiting = client.state.archive.waiting.filter((each) => each.id !== record.id);
    }
    client.save();
    before = page.at("next").maybe((next) => (typeof next.value === "number" ? String(next.number()) : next.string()));
  } while (before !== null);
  return counts;
}
