// The worker of encrypted messages, bundled to public/messages.js. Every window starts one; the one that gets the lock
// opens the storage and answers the calls of all windows, so that there is only ever one writer.
import { MESSAGES_CHANNEL, type ChannelMessage, type WorkerStart } from "@/app/_client/messages/protocol";
import { browserKeys, browserStorage, browserTransport, newKeyPair, openMessages } from "@/app/_messages/browser-ports";
import { clockOffset } from "@/lib/messenger/clock";
import { createMessenger, type RunningMessenger } from "@/lib/messenger/messenger";
import { MessengerError } from "@/lib/messenger/ports";
import type { Messenger, MessengerProblem, MessengerState, Unsupported } from "@/lib/messenger/schema";

declare const self: DedicatedWorkerGlobalScope;

type Call = Extract<ChannelMessage, { type: "call" }>;

const UNKNOWN = "That did not work. Please try again.";

const channel = new BroadcastChannel(MESSAGES_CHANNEL);
const tell = (message: ChannelMessage) => channel.postMessage(message);
/** What is added to this device's clock (ms). */
let offset = 0;

self.addEventListener("message", ({ data }: MessageEvent<WorkerStart>) => {
  // The lock is held as long as this worker lives, and is then given to the worker of another window.
  void navigator.locks.request(MESSAGES_CHANNEL, () => serve(data.personId));
});

/** Answers all windows. Never ends, because the lock would be released. */
async function serve(personId: string): Promise<never> {
  const opened = await open(personId);
  // An answer whose worker ended before it was sent is given again by its successor, so calls can come twice.
  const seen = new Set<string>();
  channel.addEventListener("message", ({ data }: MessageEvent<ChannelMessage>) => {
    if (data.type === "call") {
      if (seen.has(data.id)) return;
      seen.add(data.id);
      void answer(opened, data, personId);
    } else if (data.type === "nudge" && typeof opened !== "string") opened.nudge(data.conversationId);
    else if (data.type === "ask-unread" && typeof opened !== "string") tellUnread(opened, personId);
  });
  tell({ type: "here", personId });
  if (typeof opened !== "string") {
    opened.subscribe((event) => {
      tell({ type: "event", personId, event });
      tellUnread(opened, personId);
    });
    opened.start();
  }
  return new Promise<never>(() => {});
}

/** The messenger of this browser, or why it cannot have one. */
async function open(personId: string): Promise<RunningMessenger | Unsupported> {
  try {
    await newKeyPair();
  } catch {
    return "old";
  }
  try {
    const database = await openMessages(personId);
    const storage = await browserStorage(database);
    return await createMessenger({
      transport: browserTransport(personId, learnTime),
      storage,
      keys: browserKeys(database),
      host: self.location.host,
      personId,
      now: () => Date.now() + offset,
    });
  } catch (error) {
    console.error("messages", error);
    return "private";
  }
}

async function answer(opened: RunningMessenger | Unsupported, call: Call, personId: string): Promise<void> {
  try {
    if (call.personId !== personId) throw new MessengerError("signed_out", "You are signed out in this window.");
    tell({ type: "answer", id: call.id, value: await run(opened, call) });
  } catch (error) {
    tell({ type: "problem", id: call.id, problem: problemOf(error) });
  }
}

function run(opened: RunningMessenger | Unsupported, { method, args, id }: Call): Promise<unknown> {
  if (typeof opened === "string") {
    if (method === "state") return Promise.resolve({ phase: "unsupported", reason: opened } satisfies MessengerState);
    throw new MessengerError("unsupported", "This browser cannot keep keys for encrypted messages.");
  }
  // A repeated call of `send` must not send twice.
  if (method === "send") return opened.sendOnce(id, ...(args as Parameters<Messenger["send"]>));
  const act: unknown = Object.hasOwn(opened.messenger, method) ? opened.messenger[method] : undefined;
  if (typeof act !== "function") throw new MessengerError("unknown_method", UNKNOWN);
  return Promise.resolve((act as (...given: unknown[]) => unknown)(...args));
}

function problemOf(error: unknown): MessengerProblem {
  if (error instanceof MessengerError) return { code: error.code, message: error.message };
  console.error("messages", error);
  return { code: "internal", message: UNKNOWN };
}

/** What is unread is told this long (ms) after a change, once for all changes until then. */
const UNREAD_MS = 200;
let unreadTimer: ReturnType<typeof setTimeout> | undefined;

function tellUnread(opened: RunningMessenger, personId: string): void {
  unreadTimer ??= setTimeout(() => {
    unreadTimer = undefined;
    const unread = opened.unread();
    if (unread) tell({ type: "unread", personId, ...unread });
  }, UNREAD_MS);
}

function learnTime(date: string | null): void {
  offset = clockOffset(date, Date.now(), offset);
}
