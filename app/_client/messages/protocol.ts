import type { Messenger, MessengerEvent, MessengerProblem } from "@/lib/messenger/schema";

// What pages and the worker of encrypted messages (app/_messages) tell each other. Every page starts a worker, and the
// one that holds the lock answers all pages, over one channel.

/** The name of the lock and of the channel. */
export const MESSAGES_CHANNEL = "barker-messages";

/** The name of a person's database in this browser. */
export const databaseOf = (personId: string): string => `messages-${personId}`;

export type MessengerMethod = keyof Messenger;

/** The first message that a page sends its own worker. */
export interface WorkerStart {
  type: "start";
  personId: string;
}

export type ChannelMessage =
  /** A page asks; `id` is unique, and stays the same when a call is repeated for another worker. */
  | { type: "call"; id: string; personId: string; method: MessengerMethod; args: unknown[] }
  | { type: "answer"; id: string; value: unknown }
  | { type: "problem"; id: string; problem: MessengerProblem }
  /** A worker has begun to answer: calls without an answer are to be repeated. */
  | { type: "here"; personId: string }
  /** A page received a live event, or came back online; null when keys changed. */
  | { type: "nudge"; conversationId: string | null }
  /** A window wants to know what is unread, if a worker runs. */
  | { type: "ask-unread" }
  | { type: "event"; personId: string; event: MessengerEvent }
  /** The device, as the server knows it, and the conversations that have unread messages. */
  | { type: "unread"; personId: string; deviceId: string; conversationIds: string[] };
