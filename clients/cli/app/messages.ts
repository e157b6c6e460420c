import { fromBase64Url } from "../bytes";
import { decodeMessage, type Content } from "../content";
import { handleOf, type Client } from "./client";
import type { Conversation, KeptMessage, Outgoing } from "./state";

/* What a conversation shows: messages with their edits, deletions and reactions (messages.md, section 5). */

/** Keeps a message once, and queues it for the archive. */
export function keep(client: Client, conversation: Conversation, message: KeptMessage): void {
  const known = conversation.messages.find(({ id }) => id === message.id);
  if (known) {
    Object.assign(known, { number: message.number || known.number, frank: message.frank ?? known.frank });
    return;
  }
  conversation.messages.push(message);
  conversation.messages.sort((a, b) => a.at - b.at || a.number - b.number);
  if (conversation.kind !== "self" && client.state.archive.isOn) {
    client.state.archive.waiting.push({ conversation: conversation.id, id: message.id });
  }
}

/** The server has a message of this device. */
export function settleSent(
  client: Client,
  conversation: Conversation,
  outgoing: Outgoing,
  receipt: { at: number; number: number; frank: string | null },
): void {
  conversation.outgoing = conversation.outgoing.filter(({ id }) => id !== outgoing.id);
  conversation.sentSince += 1;
  const { id, content } = outgoing;
  keep(client, conversation, { ...receipt, id, content, account: client.account, device: client.state.device.id });
}

/** Changes what is known of a conversation. */
export function applyToConversation(conversation: Conversation, content: Content, account: string): void {
  switch (content.kind) {
    case "name":
      if (conversation.kind === "group") conversation.name = content.name;
      break;
    case "timer":
      conversation.timer = content.seconds;
      break;
    case "leave":
      if (!conversation.leaving.includes(account)) conversation.leaving.push(account);
      break;
    default:
  }
}

/** One line of a conversation. */
export interface Line {
  id: string;
  at: number;
  from: string;
  text: string;
  isEdited: boolean;
  reactions: string[];
}

interface Known {
  kept: KeptMessage;
  content: Content;
  expires: number | null;
}

function read(kept: KeptMessage): Known {
  const { content, expires } = decodeMessage(fromBase64Url(kept.content));
  const end = expires === null ? null : (expires.relative ? kept.at : 0) + expires.seconds * 1000;
  return { kept, content, expires: end };
}

function wordsOf(content: Content): string | null {
  switch (content.kind) {
    case "text":
      return [
        content.text,
        ...content.files.map((file) => `[${file.mediaType}: ${file.description || file.name || "file"}]`),
      ]
        .filter(Boolean)
        .join(" ");
    case "name":
      return content.name === null ? "(removed the name)" : `(named this "${content.name}")`;
    case "timer":
      return content.seconds === null ? "(messages stay)" : `(messages disappear after ${content.seconds} s)`;
    case "leave":
      return "(left)";
    case "unknown":
      return `(something that this client does not show: ${content.type})`;
    default:
      return null;
  }
}

/** The lines of a conversation, oldest first. The order in which changes arrived does not matter. */
export function linesOf(client: Client, conversation: Conversation): Line[] {
  const all = conversation.messages.map(read).filter(({ expires }) => expires === null || expires > client.now());
  const accounts = new Map(all.map(({ kept }) => [kept.id, kept.account]));
  const deleted = new Set<string>();
  const edits = new Map<string, string>();
  const reactions = new Map<string, Map<string, { id: string; emoji: string }>>();
  for (const { kept, content } of all) {
    // Nobody changes what another account wrote.
    if (content.kind === "delete" && accounts.get(content.replaces) === kept.account) deleted.add(content.replaces);
    if (content.kind === "edit" && accounts.get(content.replaces) === kept.account)
      edits.set(content.replaces, content.text);
    if (content.kind === "reaction") {
      const given = reactions.get(content.replyTo) ?? new Map<string, { id: string; emoji: string }>();
      reactions.set(content.replyTo, given.set(kept.account, { id: kept.id, emoji: content.emoji }));
    }
  }
  return all.flatMap(({ kept, content }) => {
    const words = wordsOf(content);
    if (words === null) return [];
    const isDeleted = deleted.has(kept.id);
    const given = [...(reactions.get(kept.id)?.values() ?? [])].filter(({ id }) => !deleted.has(id));
    return {
      id: kept.id,
      at: kept.at,
      from: handleOf(client, kept.account),
      text: isDeleted ? "(deleted)" : (edits.get(kept.id) ?? words),
      isEdited: edits.has(kept.id) && !isDeleted,
      reactions: isDeleted ? [] : given.map(({ emoji }) => emoji),
    };
  });
}
