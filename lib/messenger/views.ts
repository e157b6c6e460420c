import { toBase64, toHex } from "@/lib/bytes/encoding";
import type { Attachment } from "@/lib/message-content/types";
import { archiveOf } from "@/lib/messenger/archive-sync";
import { isBlocked } from "@/lib/messenger/alarms";
import { contactOf } from "@/lib/messenger/contacts";
import { isFault } from "@/lib/messenger/contents";
import { ownDevice, type Engine } from "@/lib/messenger/engine";
import { readingOf } from "@/lib/messenger/own-devices";
import type { ConversationRecord, MessageRecord, OutgoingRecord } from "@/lib/messenger/records";
import type { AttachmentView, Contact, ConversationSummary, LastLine, MessageView } from "@/lib/messenger/schema";

const SHOWN = new Set<MessageRecord["kind"]>(["text", "deleted", "notice"]);

/** The messages of a conversation as this device knows them, oldest first, with what waits to be sent at the end. */
export async function timelineOf(engine: Engine, conversationId: string): Promise<MessageRecord[]> {
  await engine.store.load(`message/${conversationId}/`);
  const now = engine.ports.now();
  const stored = engine.store
    .all(`message/${conversationId}/`)
    .filter(({ expiresAt }) => expiresAt === null || expiresAt > now);
  const waiting = engine.store.all("outgoing/").filter((record) => record.conversationId === conversationId);
  return withWaiting(engine, stored, waiting)
    .filter(({ kind }) => SHOWN.has(kind))
    .toSorted((a, b) => a.at - b.at || (a.number ?? Infinity) - (b.number ?? Infinity));
}

/** Shows what this person did before the server has it. */
function withWaiting(engine: Engine, stored: MessageRecord[], waiting: OutgoingRecord[]): MessageRecord[] {
  if (waiting.length === 0) return stored;
  const { accountId, deviceId } = ownDevice(engine);
  const byId = new Map(stored.map((message) => [message.id, message]));
  for (const { id, shownAs, content, createdAt, expiresAt, problem, conversationId } of waiting) {
    const status = problem === null ? "sending" : "failed";
    if (content.kind === "text") {
      const key = id ?? shownAs ?? "";
      const record: MessageRecord = {
        id: key,
        shownAs,
        conversationId,
        at: createdAt,
        number: null,
        sender: accountId,
        device: deviceId,
        kind: "text",
        text: content.text,
        editedAt: null,
        replyTo: content.inReplyTo ? toHex(content.inReplyTo) : null,
        reactions: {},
        attachments: content.attachments,
        status,
        problem,
        expiresAt,
        proof: null,
      };
      // What waits is last, whatever the clocks say.
      const newest = Math.max(0, ...[...byId.values()].map(({ at }) => at));
      byId.set(key, { ...record, at: Math.max(createdAt, newest) });
    } else if (content.kind === "edit") {
      const target = byId.get(toHex(content.replaces));
      if (target) byId.set(target.id, { ...target, text: content.text, editedAt: createdAt, status, problem });
    } else if (content.kind === "delete") {
      const replaced = toHex(content.replaces);
      const target = byId.get(replaced);
      if (target?.kind === "text")
        byId.set(replaced, { ...target, kind: "deleted", text: "", attachments: [], reactions: {} });
      else if (target?.kind === "reaction")
        withReaction(byId, target.replyTo ?? "", accountId, replaced, "", createdAt);
    } else if (content.kind === "reaction") {
      withReaction(byId, toHex(content.inReplyTo), accountId, id ?? "", content.emoji, createdAt);
    }
  }
  return [...byId.values()];
}

function withReaction(
  byId: Map<string, MessageRecord>,
  targetId: string,
  accountId: string,
  id: string,
  emoji: string,
  at: number,
): void {
  const target = byId.get(targetId);
  if (!target) return;
  byId.set(targetId, { ...target, reactions: { ...target.reactions, [accountId]: { id, emoji, at } } });
}

/** One message as it is shown. */
export function messageView(
  engine: Engine,
  record: MessageRecord,
  all: ReadonlyMap<string, MessageRecord>,
): MessageView {
  const own = ownDevice(engine).accountId;
  const target = record.replyTo ? all.get(record.replyTo) : undefined;
  return {
    id: record.shownAs ?? record.id,
    at: record.at,
    sender: record.sender === own || record.sender === "" ? "me" : contactOf(engine, record.sender),
    deviceName: engine.store.get(`chain/${record.sender}`)?.names[record.device] ?? null,
    kind: record.kind === "text" || record.kind === "notice" ? record.kind : "deleted",
    text: record.text,
    edited: record.editedAt !== null,
    replyTo:
      record.replyTo === null
        ? null
        : {
            id: target?.shownAs ?? record.replyTo,
            senderName: target ? nameOf(engine, target.sender) : "",
            text: target?.kind === "text" ? target.text : "",
            picture: (target?.attachments.length ?? 0) > 0,
          },
    reactions: reactionsOf(engine, record, own),
    attachments: record.attachments.map(attachmentView),
    status: isFault(record) ? "failed" : record.status,
    problem: record.problem,
    expiresAt: record.expiresAt,
  };
}

function reactionsOf(engine: Engine, { reactions }: MessageRecord, own: string): MessageView["reactions"] {
  const byEmoji = new Map<string, string[]>();
  for (const [account, { emoji }] of Object.entries(reactions)) {
    if (emoji !== "") byEmoji.set(emoji, [...(byEmoji.get(emoji) ?? []), account]);
  }
  return [...byEmoji].map(([emoji, accounts]) => ({
    emoji,
    count: accounts.length,
    mine: accounts.includes(own),
    names: accounts.map((account) => nameOf(engine, account)),
  }));
}

function attachmentView(file: Attachment, index: number): AttachmentView {
  const { mediaType, size, width = 0, height = 0, alt, thumbhash } = file;
  return { index, mediaType, size, width, height, alt, thumbhash: thumbhash ? toBase64(thumbhash) : null };
}

function nameOf(engine: Engine, accountId: string): string {
  return accountId === ownDevice(engine).accountId ? "You" : contactOf(engine, accountId).displayName;
}

/** A conversation in the list. */
export async function summaryOf(engine: Engine, record: ConversationRecord): Promise<ConversationSummary> {
  const { id, kind, accounts, state, muted, name, expiry } = record;
  const own = ownDevice(engine).accountId;
  const timeline = await timelineOf(engine, id);
  const { readTo, draft } = readingOf(engine, id);
  const members: Contact[] = accounts.filter((account) => account !== own).map((account) => contactOf(engine, account));
  return {
    id,
    kind: kind === "group" ? "group" : "direct",
    name,
    members,
    state: state === "request" ? "request" : "open",
    muted,
    expiry,
    unread: timeline.filter((message) => isUnread(message, own, readTo)).length,
    draft,
    last: lastLine(engine, timeline),
    blocked: isBlocked(engine.store, id),
  };
}

/** Whether the list of these conversations would leave something out or change soon: this device learns of them now. */
export function isGathering(engine: Engine, shown: readonly ConversationRecord[]): boolean {
  if (engine.gathered || !engine.online) return false;
  const own = engine.store.get("device")?.accountId;
  const isNamed = (account: string) => account === own || contactOf(engine, account).personId !== "";
  return shown.length === 0 || archiveOf(engine).next === "" || !shown.every((one) => one.accounts.every(isNamed));
}

/** Whether a message of somebody else has not been read on any of the own devices. */
export function isUnread({ kind, sender, number }: MessageRecord, own: string, readTo: number): boolean {
  return kind === "text" && sender !== own && number !== null && number > readTo;
}

function lastLine(engine: Engine, timeline: MessageRecord[]): LastLine | null {
  // What went wrong is said in the conversation; it neither lifts it nor hides its last words.
  const last = timeline.findLast((record) => !isFault(record));
  if (!last) return null;
  const isNotice = last.kind === "notice";
  return {
    at: last.at,
    mine: !isNotice && last.sender === ownDevice(engine).accountId,
    senderName: isNotice ? "" : nameOf(engine, last.sender),
    kind: last.kind === "text" ? (last.attachments.length > 0 ? "picture" : "text") : isNotice ? "notice" : "deleted",
    text: last.text,
    status: last.status,
  };
}
