import { fromHex, toBase64Url } from "@/lib/bytes/encoding";
import { ownDevice, type Engine } from "@/lib/messenger/engine";
import { readingOf, tellOwnDevices } from "@/lib/messenger/own-devices";
import { MessengerError } from "@/lib/messenger/ports";
import type { MessageRecord, ReadingRecord } from "@/lib/messenger/records";
import type { Messenger } from "@/lib/messenger/schema";
import { Work } from "@/lib/messenger/store";
import { messageView, summaryOf, timelineOf } from "@/lib/messenger/views";

/** Whether a message is the one with this id, or was shown under it first. */
export const isNamed = ({ id, shownAs }: MessageRecord, name: string) => id === name || shownAs === name;

/** @throws MessengerError `unknown_message` */
export async function messageOf(engine: Engine, id: string, messageId: string): Promise<MessageRecord> {
  const found = (await timelineOf(engine, id)).find((message) => isNamed(message, messageId));
  if (!found) throw new MessengerError("unknown_message", "This message is no longer there.");
  return found;
}

/** @throws MessengerError `unknown_message`, `not_yours` */
export async function ownMessage(engine: Engine, id: string, messageId: string): Promise<MessageRecord> {
  const message = await messageOf(engine, id, messageId);
  if (message.sender !== ownDevice(engine).accountId)
    throw new MessengerError("not_yours", "Somebody else wrote this.");
  return message;
}

/** Changes what was read of a conversation, or its draft, on this device. */
export async function patchReading(engine: Engine, id: string, fields: Partial<ReadingRecord>): Promise<void> {
  const work = new Work(engine.store);
  work.put(`reading/${id}`, { ...readingOf(engine, id), ...fields });
  await work.commit();
  engine.emit({ topic: "conversation", id });
}

/** Everything that is here was read; the own other devices are told. */
export async function markRead(engine: Engine, id: string): Promise<void> {
  const numbers = (await timelineOf(engine, id)).map(({ number }) => number ?? 0);
  const readTo = Math.max(0, ...numbers);
  if (readTo <= readingOf(engine, id).readTo) return;
  await patchReading(engine, id, { readTo });
  await tellOwnDevices(engine, { kind: "read", markers: [{ conversationId: fromHex(id), number: readTo }] });
}

const SEARCH_LIMIT = 100;

/** Messages whose text contains this, newest first. */
export async function search(engine: Engine, text: string): ReturnType<Messenger["search"]> {
  const wanted = text.trim().toLocaleLowerCase();
  if (wanted === "") return [];
  const found: Awaited<ReturnType<Messenger["search"]>> = [];
  for (const record of engine.store.all("conversation/")) {
    if (record.kind === "self" || record.state === "declined") continue;
    const timeline = await timelineOf(engine, record.id);
    const hits = timeline.filter(
      ({ kind, text: said }) => kind === "text" && said.toLocaleLowerCase().includes(wanted),
    );
    if (hits.length === 0) continue;
    const conversation = await summaryOf(engine, record);
    const byId = new Map(timeline.map((message) => [message.id, message]));
    found.push(...hits.map((hit) => ({ conversation, message: messageView(engine, hit, byId) })));
  }
  return found.toSorted((a, b) => b.message.at - a.message.at).slice(0, SEARCH_LIMIT);
}

/** Discloses messages of one account to the operator. */
export async function report(engine: Engine, id: string, messageIds: string[], comment: string): Promise<void> {
  const chosen = await Promise.all(messageIds.map((messageId) => messageOf(engine, id, messageId)));
  const [first] = chosen;
  const messages = chosen.flatMap(({ number, at, proof }) =>
    proof && number !== null
      ? [
          {
            number,
            at,
            content: toBase64Url(proof.content),
            salt: toBase64Url(proof.salt),
            tag: toBase64Url(proof.tag),
            frank: proof.frank,
          },
        ]
      : [],
  );
  if (!first || messages.length === 0)
    throw new MessengerError("nothing_to_report", "This message cannot be reported.");
  await engine.server.post("reports", { conversation_id: id, account_id: first.sender, comment, messages });
}
