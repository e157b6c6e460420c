import { device, newId, WHOSE } from "@/app/_client/device";
import { subscribe as subscribeApp } from "@/app/_client/events";
import {
  MESSAGES_CHANNEL,
  type ChannelMessage,
  type MessengerMethod,
  type WorkerStart,
} from "@/app/_client/messages/protocol";
import type { Messenger, MessengerEvent, MessengerProblem, MessengerState } from "@/lib/messenger/schema";
import { failures } from "@/app/_words/failures";

/** A problem of the messenger; its message is one sentence for the person. */
export class MessagesProblem extends Error implements MessengerProblem {
  override readonly name = "MessagesProblem";
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

interface Call {
  message: ChannelMessage;
  resolve: (value: unknown) => void;
  reject: (problem: MessagesProblem) => void;
}

interface Connection {
  channel: BroadcastChannel;
  personId: string;
  /** Whether any worker has said something. */
  isHeard: boolean;
}

/** How long (ms) calls wait for another window when this one's worker does not start. */
const GIVE_UP_MS = 5_000;

const calls = new Map<string, Call>();
const listeners = new Set<(event: MessengerEvent) => void>();
let connection: Connection | undefined;
let isWatching = false;
let proxy: Messenger | undefined;

/**
 * The messenger of this browser. The first use starts its worker. Every method asks the worker that holds the keys,
 * whichever window started it, and rejects with a `MessagesProblem`.
 */
export function messages(): Messenger {
  // The names are those of the interface, and the worker checks them.
  proxy ??= new Proxy({} as Messenger, {
    get: (_, method) => (typeof method === "string" && method !== "then" ? ask(method as MessengerMethod) : undefined),
  });
  return proxy;
}

/** Calls `listener` at every change, in whichever window it was made, until the returned function is called. */
export function subscribeMessages(listener: (event: MessengerEvent) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function ask(method: MessengerMethod): (...args: unknown[]) => Promise<unknown> {
  return (...args) => {
    const missing = unsupported();
    if (missing !== null) return method === "state" ? Promise.resolve(missing) : Promise.reject(refusal());
    const { channel, personId } = connect();
    const id = newId();
    const message: ChannelMessage = { type: "call", id, personId, method, args };
    return new Promise((resolve, reject) => {
      calls.set(id, { message, resolve, reject });
      channel.postMessage(message);
    });
  };
}

/** Why this browser cannot keep keys, as far as a page can tell; the worker finds out the rest. */
function unsupported(): MessengerState | null {
  if (!isSecureContext) return { phase: "unsupported", reason: "insecure" };
  const old = typeof BroadcastChannel === "undefined" || typeof Worker === "undefined" || !("locks" in navigator);
  return old ? { phase: "unsupported", reason: "old" } : null;
}

function refusal(): MessagesProblem {
  return new MessagesProblem("unsupported", failures.noMessageKeys);
}

function connect(): Connection {
  if (connection) return connection;
  const channel = new BroadcastChannel(MESSAGES_CHANNEL);
  const own: Connection = { channel, personId: device.get(WHOSE) ?? "", isHeard: false };
  connection = own;
  channel.addEventListener("message", ({ data }: MessageEvent<ChannelMessage>) => hear(data, own));
  // Without it, a browser that is short of space may delete the keys.
  void navigator.storage?.persist?.().catch(() => false);
  const worker = startWorker();
  worker.postMessage({ type: "start", personId: own.personId } satisfies WorkerStart);
  // Its script could not be loaded. Another window may still answer, so calls wait a while before they fail.
  worker.addEventListener("error", () => setTimeout(() => !own.isHeard && giveUp(own, worker), GIVE_UP_MS));
  if (!isWatching) watch();
  return own;
}

/** Tells the worker what happens in this window. */
function watch(): void {
  isWatching = true;
  const nudge = (conversationId: string | null) =>
    connection?.channel.postMessage({ type: "nudge", conversationId } satisfies ChannelMessage);
  subscribeApp((news) => {
    if (news.type === "e2ee") nudge(news.conversationId);
    else if (news.type === "gap") nudge(null);
  });
  addEventListener("online", () => nudge(null));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") nudge(null);
  });
}

function hear(message: ChannelMessage, own: Connection): void {
  if (message.type !== "call" && message.type !== "nudge" && message.type !== "ask-unread") own.isHeard = true;
  if (message.type === "answer") settle(message.id, (call) => call.resolve(message.value));
  else if (message.type === "problem") {
    const { code, message: sentence } = message.problem;
    settle(message.id, (call) => call.reject(new MessagesProblem(code, sentence)));
  } else if (message.type === "here" && message.personId === own.personId) {
    for (const call of calls.values()) own.channel.postMessage(call.message);
  } else if (message.type === "event" && message.personId === own.personId) {
    for (const listener of listeners) listener(message.event);
  }
}

/** Rejects what nobody answered, and starts a worker again with the next call. */
function giveUp(own: Connection, worker: Worker): void {
  worker.terminate();
  own.channel.close();
  if (connection === own) connection = undefined;
  for (const id of calls.keys()) {
    settle(id, (call) => call.reject(new MessagesProblem("away", failures.messagesNotLoaded)));
  }
}

function settle(id: string, act: (call: Call) => void): void {
  const call = calls.get(id);
  if (!call) return;
  calls.delete(id);
  act(call);
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): URL;
  };
}

/** Starts the worker; where the page must say which scripts it trusts, by a policy that knows this one only. */
function startWorker(): Worker {
  const path = "/messages.js";
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  const policy = types?.createPolicy("barker-messages", { createScriptURL: () => path });
  return new Worker(policy?.createScriptURL(path) ?? path, { name: "messages" });
}
