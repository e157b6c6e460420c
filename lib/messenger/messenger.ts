import { uploadArchive } from "@/lib/messenger/archive-sync";
import { chainGrew } from "@/lib/messenger/monitor";
import { endGathering, ownDevice, type Engine } from "@/lib/messenger/engine";
import { KeyLog } from "@/lib/messenger/key-log";
import { coalesced, Locks } from "@/lib/messenger/locks";
import { methodsOf } from "@/lib/messenger/methods";
import { readingOf } from "@/lib/messenger/own-devices";
import { MessengerError, type MessengerPorts } from "@/lib/messenger/ports";
import { pullInbox } from "@/lib/messenger/receiving";
import type { Messenger, MessengerEvent, OutgoingMessage } from "@/lib/messenger/schema";
import { flushConversation } from "@/lib/messenger/sending";
import { Away, Server } from "@/lib/messenger/server";
import { RecordStore } from "@/lib/messenger/store";
import { isUnread } from "@/lib/messenger/views";
import { forgetUpkeep, runUpkeep } from "@/lib/messenger/upkeep";

/** A messenger, with what its surroundings call and pages do not. */
export interface RunningMessenger {
  messenger: Messenger;
  subscribe(listener: (event: MessengerEvent) => void): () => void;
  /** Begins to fetch, send and check by itself, until `stop`. */
  start(): void;
  stop(): Promise<void>;
  /** Something happened on the server; null: somebody's keys changed, or the connection is back. */
  nudge(conversationId: string | null): void;
  /** `send`, which does nothing when it is repeated with the same token. */
  sendOnce: (token: string, id: string, message: OutgoingMessage) => Promise<string>;
  /** This device's id and the conversations that have unread messages; null before it is ready. */
  unread(): { deviceId: string; conversationIds: string[] } | null;
  /** Fetches what is there and sends what waits, and resolves when that is done. */
  settle(): Promise<void>;
  readonly engine: Engine;
}

const POLL_MS = 30_000;
const RETRY_MS = 1_000;
/** Messages are archived together, this long (ms) after the first. */
const ARCHIVE_MS = 1_000;
/** How long `settle` waits for what depends on others, and between looks. */
const PATIENCE_MS = 2_000;
const PAUSE_MS = 100;

/** Opens the messenger of a person on this device. It does nothing by itself before `start`. */
export async function createMessenger(ports: MessengerPorts): Promise<RunningMessenger> {
  const store = await RecordStore.open(ports.storage);
  const server = new Server(ports.transport);
  const locks = new Locks();
  const listeners = new Set<(event: MessengerEvent) => void>();
  const emit = (event: MessengerEvent) => {
    for (const listener of listeners) listener(event);
  };
  const log = new KeyLog({ ports, store, server, locks, emit });
  const device = store.get("device");
  const signer = device ? await ports.keys.load(device.deviceId) : null;
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let running = false;
  const tasks = new Set<Promise<void>>();

  const note = (error: unknown) => {
    if (error instanceof Away) return setOnline(false);
    // It may fail again and again, which must not hide for ever what is here.
    endGathering(engine);
    // What a person can act on is shown where it belongs; anything else is a fault of this code.
    ports.warn?.(error instanceof MessengerError ? error.code : String(error instanceof Error ? error.stack : error));
  };
  const setOnline = (online: boolean) => {
    if (engine.online === online) return;
    engine.online = online;
    emit({ topic: "state" });
  };
  const later = (ms: number, act: () => void) => {
    if (!running) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, ms);
    timers.add(timer);
  };
  const track = (task: Promise<unknown>) => {
    const tracked: Promise<void> = task.then(
      () => void tasks.delete(tracked),
      (error: unknown) => {
        tasks.delete(tracked);
        note(error);
      },
    );
    tasks.add(tracked);
  };

  const pull = coalesced(async () => {
    await pullInbox(engine);
    setOnline(true);
  });
  const flushes = new Map<string, () => Promise<void>>();
  /** Conversations in which something waits for others, and how long (ms) each waits before it is tried again. */
  const unfinished = new Map<string, number>();
  /** Conversations that are going to be tried again, each by one timer however often they are tried meanwhile. */
  const awaited = new Set<string>();
  const again = (id: string, ms: number, next = ms) => {
    if (!running || awaited.has(id)) return;
    awaited.add(id);
    later(ms, () => {
      awaited.delete(id);
      if (unfinished.has(id)) unfinished.set(id, next);
      engine.flush(id);
    });
  };
  const flushOne = (id: string): Promise<void> => {
    const known =
      flushes.get(id) ??
      coalesced(async () => {
        const outcome = await flushConversation(engine, id).catch((error: unknown) => {
          if (error instanceof Away) again(id, RETRY_MS);
          throw error;
        });
        if (outcome === "done") return void unfinished.delete(id);
        const ms = unfinished.get(id) ?? RETRY_MS;
        unfinished.set(id, ms);
        // What the server refuses again and again is tried less and less often.
        again(id, ms, outcome === "behind" ? Math.min(ms * 2, POLL_MS) : RETRY_MS);
      });
    flushes.set(id, known);
    return known();
  };
  const engine: Engine = {
    ports,
    store,
    server,
    locks,
    log,
    groups: new Map(),
    signer,
    online: true,
    gathered: false,
    emit,
    pull,
    flush(conversationId) {
      if (store.get("device")?.phase !== "ready") return;
      const all = store.all("conversation/").map(({ id }) => id);
      for (const id of conversationId === undefined ? all : [conversationId]) track(flushOne(id));
    },
    archiveSoon: () => later(ARCHIVE_MS, () => track(archive())),
    background: (task) => track(Promise.resolve().then(task)),
  };
  log.onChange = (accountId, before, after) => chainGrew(engine, accountId, before, after);

  const archive = coalesced(() => uploadArchive(engine));
  const isReady = () => store.get("device")?.phase === "ready";
  const work = async () => {
    if (isReady()) {
      await pull();
      engine.flush();
    }
    await runUpkeep(engine);
  };
  const upkeep = coalesced(work);
  const poll = () => {
    track(upkeep());
    later(POLL_MS, poll);
  };
  const settle = async () => {
    if (isReady()) await pull();
    engine.flush();
    while (tasks.size > 0) await Promise.all(tasks);
    for (const end = Date.now() + PATIENCE_MS; unfinished.size > 0 && Date.now() < end;) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      for (const id of unfinished.keys()) engine.flush(id);
      while (tasks.size > 0) await Promise.all(tasks);
    }
  };
  const { messenger, send } = methodsOf(engine);

  return {
    messenger,
    engine,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    start() {
      if (running) return;
      running = true;
      track(loadMessages(engine));
      poll();
    },
    async stop() {
      running = false;
      for (const timer of timers) clearTimeout(timer);
      awaited.clear();
      await locks.idle();
    },
    nudge(conversationId) {
      if (conversationId === null) {
        forgetUpkeep(engine);
        track(upkeep());
      } else if (isReady()) track(pull().then(() => engine.flush(conversationId)));
    },
    sendOnce: (token, id, message) => send(id, message, token),
    unread: () => (isReady() ? unreadOf(engine) : null),
    settle,
  };
}

/** Muted conversations and requests are not counted. Only loaded messages are looked at. */
function unreadOf(engine: Engine): { deviceId: string; conversationIds: string[] } {
  const { accountId, deviceId } = ownDevice(engine);
  const conversationIds = engine.store
    .all("conversation/")
    .filter(({ kind, state, muted, left }) => kind !== "self" && state === "open" && !muted && !left)
    .filter(({ id }) => {
      const { readTo } = readingOf(engine, id);
      return engine.store.all(`message/${id}/`).some((message) => isUnread(message, accountId, readTo));
    })
    .map(({ id }) => id);
  return { deviceId, conversationIds };
}

/** Loads what `unreadOf` looks at. */
async function loadMessages(engine: Engine): Promise<void> {
  for (const { id } of engine.store.all("conversation/")) await engine.store.load(`message/${id}/`);
  engine.emit({ topic: "conversations" });
}
