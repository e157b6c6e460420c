import { toHex } from "@/lib/bytes/encoding";
import type { Content, Message } from "@/lib/message-content/types";
import type { ConversationRecord, MessageRecord } from "@/lib/messenger/records";
import type { Work } from "@/lib/messenger/store";

/** Where a content came from, authenticated by the group or by the archive. */
export interface Origin {
  conversationId: string;
  accountId: string;
  deviceId: string;
  at: number;
  /** Its number in the conversation, if it is known. */
  number: number | null;
  id: string;
}

const EMPTY = {
  text: "",
  editedAt: null,
  replyTo: null,
  attachments: [],
  reactions: {},
  status: "received",
  problem: null,
  expiresAt: null,
  proof: null,
  shownAs: null,
} as const satisfies Partial<MessageRecord>;

/** A message record of which only the place is known. */
function blank(origin: Origin, kind: MessageRecord["kind"]): MessageRecord {
  const { conversationId, accountId, deviceId, at, number, id } = origin;
  return {
    ...EMPTY,
    attachments: [],
    reactions: {},
    kind,
    conversationId,
    id,
    at,
    number,
    sender: accountId,
    device: deviceId,
  };
}

const keyOf = (conversationId: string, id: string) => `message/${conversationId}/${id}` as const;

/** When a message is to disappear (Unix ms), or null. */
export function expiryOf({ expires }: Pick<Message, "expires">, at: number): number | null {
  if (!expires) return null;
  return expires.relative ? at + expires.seconds * 1000 : expires.seconds * 1000;
}

/**
 * Applies the content of a message to the records of its conversation. The order does not matter: what changes a
 * message that has not come yet waits for it. Repeating it changes nothing.
 */
export function applyContent(work: Work, origin: Origin, message: Message, fields: Partial<MessageRecord> = {}): void {
  const { content } = message;
  switch (content.kind) {
    case "text":
      return applyText(work, origin, content, { expiresAt: expiryOf(message, origin.at), ...fields });
    case "edit":
      work.put(keyOf(origin.conversationId, origin.id), { ...blank(origin, "change"), ...fields });
      return changeMessage(work, origin, toHex(content.replaces), (target) =>
        target.editedAt !== null && target.editedAt > origin.at
          ? target
          : { ...target, text: content.text, attachments: content.attachments, editedAt: origin.at },
      );
    case "delete":
      work.put(keyOf(origin.conversationId, origin.id), { ...blank(origin, "change"), ...fields });
      return applyDeletion(work, origin, toHex(content.replaces));
    case "reaction":
      return applyReaction(work, origin, toHex(content.inReplyTo), content.emoji, fields);
    default:
      return;
  }
}

function applyText(
  work: Work,
  origin: Origin,
  { text, inReplyTo, attachments }: Extract<Content, { kind: "text" }>,
  fields: Partial<MessageRecord>,
): void {
  const key = keyOf(origin.conversationId, origin.id);
  const known = work.get(key);
  const said = { text, attachments, replyTo: inReplyTo ? toHex(inReplyTo) : null };
  if (known && known.kind !== "stub") {
    // The server's number and time come after this device showed its own message.
    return work.put(key, { ...known, number: origin.number ?? known.number, at: origin.at, ...fields });
  }
  const isOwnStub = known && known.sender === origin.accountId;
  // What a stub holds was said by the stub's sender about their own message, apart from reactions.
  const early = isOwnStub && known.editedAt !== null ? { text: known.text, editedAt: known.editedAt } : {};
  const record: MessageRecord = {
    ...blank(origin, "text"),
    ...said,
    reactions: known?.reactions ?? {},
    ...early,
    ...fields,
  };
  work.put(key, isOwnStub && known.status === "failed" ? deleted(record) : record);
}

const deleted = (record: MessageRecord): MessageRecord => ({
  ...record,
  kind: "deleted",
  text: "",
  attachments: [],
  reactions: {},
  proof: null,
});

/** Changes a message of the same sender; nobody changes what others wrote. */
function changeMessage(work: Work, origin: Origin, id: string, change: (target: MessageRecord) => MessageRecord): void {
  const key = keyOf(origin.conversationId, id);
  const known = work.get(key) ?? blank({ ...origin, id, number: null }, "stub");
  const isNobodys = known.kind === "stub" && known.sender === "";
  const target = isNobodys ? { ...known, sender: origin.accountId, device: origin.deviceId } : known;
  if (target.sender !== origin.accountId || ["deleted", "notice", "change", "reaction"].includes(target.kind)) return;
  work.put(key, change(target));
}

function applyDeletion(work: Work, origin: Origin, id: string): void {
  const target = work.get(keyOf(origin.conversationId, id));
  if (target?.kind === "reaction") {
    if (target.sender !== origin.accountId || target.replyTo === null) return;
    const key = keyOf(origin.conversationId, target.replyTo);
    const message = work.get(key);
    const reaction = message?.reactions[origin.accountId];
    if (!message || reaction?.id !== id) return;
    const reactions = { ...message.reactions, [origin.accountId]: { ...reaction, emoji: "", at: origin.at } };
    return work.put(key, { ...message, reactions });
  }
  // A stub that is deleted before it comes is marked as failed, because its sender is known and its text is not.
  changeMessage(work, origin, id, (record) =>
    record.kind === "stub" ? { ...record, status: "failed" } : deleted(record),
  );
}

function applyReaction(
  work: Work,
  origin: Origin,
  targetId: string,
  emoji: string,
  fields: Partial<MessageRecord>,
): void {
  const key = keyOf(origin.conversationId, targetId);
  const target: MessageRecord = work.get(key) ?? {
    ...blank({ ...origin, id: targetId, number: null }, "stub"),
    sender: "",
    device: "",
  };
  const own = { ...blank(origin, "reaction"), replyTo: targetId, text: emoji, ...fields };
  work.put(keyOf(origin.conversationId, origin.id), own);
  if (target.kind === "deleted" || target.kind === "notice") return;
  const before = target.reactions[origin.accountId];
  if (before && before.at > origin.at) return;
  const reaction = { id: origin.id, emoji, at: origin.at };
  work.put(key, { ...target, reactions: { ...target.reactions, [origin.accountId]: reaction } });
}

/** With this the id of a notice of a fault begins. */
const FAULT = "fault-";

/** Adds one sentence about the conversation itself, once for each `id`. */
export function addNotice(work: Work, conversationId: string, id: string, at: number, text: string): void {
  const key = keyOf(conversationId, `notice-${id}`);
  if (work.get(key)) return;
  const origin = { conversationId, accountId: "", deviceId: "", at, number: null, id: `notice-${id}` };
  work.put(key, { ...blank(origin, "notice"), text });
}

/** Adds the notice that something could not be read or was refused. */
export function addFault(work: Work, conversationId: string, id: string, at: number, text: string): void {
  addNotice(work, conversationId, `${FAULT}${id}`, at, text);
}

/** Whether a record says that something could not be read or was refused. */
export const isFault = ({ id }: Pick<MessageRecord, "id">) => id.startsWith(`notice-${FAULT}`);

/** The conversation after somebody changed it. Members only, which the group has checked. */
export function changeConversation(
  conversation: ConversationRecord,
  content: Content,
  accountId: string,
): ConversationRecord {
  switch (content.kind) {
    case "name":
      return conversation.kind === "group" ? { ...conversation, name: content.name } : conversation;
    case "timer":
      return { ...conversation, expiry: content.seconds };
    case "leave":
      return { ...conversation, leaving: [...new Set([...conversation.leaving, accountId])] };
    default:
      return conversation;
  }
}

/** Adds the notice about a change of the conversation. `name` is what is shown of who changed it. */
export function noticeOf(
  work: Work,
  conversation: ConversationRecord,
  content: Content,
  origin: Origin,
  name: string,
): void {
  // It may be said again for devices that came later.
  const isKnown =
    (content.kind === "name" && content.name === conversation.name) ||
    (content.kind === "timer" && content.seconds === conversation.expiry);
  const text = isKnown ? null : sentenceOf(content, name);
  if (text !== null && conversation.kind !== "self") addNotice(work, origin.conversationId, origin.id, origin.at, text);
}

function sentenceOf(content: Content, name: string): string | null {
  switch (content.kind) {
    case "name":
      return content.name === null ? `${name} removed the name` : `${name} named this “${content.name}”`;
    case "timer":
      return content.seconds === null
        ? `${name} switched disappearing messages off`
        : `${name} lets new messages disappear after ${durationOf(content.seconds)}`;
    case "leave":
      return name === "You" ? "You left" : `${name} left`;
    default:
      return null;
  }
}

const UNITS = [
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** "1 day", "8 hours". */
function durationOf(seconds: number): string {
  const [unit, length] = UNITS.find(([, size]) => seconds % size === 0) ?? ["second", 1];
  const count = seconds / length;
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
