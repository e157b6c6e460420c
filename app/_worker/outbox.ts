// Sends this browser's offline outbox: in order, one at a time, each once. No other code sends it, whichever tabs are
// open. Pages add entries and handle the results (app/_client/outbox).
import {
  answering,
  openOutbox,
  type MutationRequest,
  type OutboxDatabase,
  type OutboxReport,
  type Pause,
  type QueuedRequests,
} from "@/app/_client/worker-protocol";

/** The server remembers an idempotency key for a day; retrying an entry after that could apply it twice. */
const KEY_MS = 23 * 3_600_000;
/** Entries that waited longer are not sent automatically. */
const WAIT_MS = 7 * 86_400_000;
const LIMIT_MS = 20_000;
const NOT_CONTINUED = "The bark before it was not sent.";
/** Attempts before an entry that causes server errors no longer blocks the others. */
const MAX_FAULTS = 5;

type Outbox = OutboxDatabase<QueuedRequests>;
type Stop = { why: Pause; seconds?: number };

interface Answer {
  ok: boolean;
  status: number;
  /** When to come back; 0 if the server does not say. */
  seconds: number;
  body: unknown;
}

const pages = new BroadcastChannel("outbox");
const report = (message: OutboxReport<QueuedRequests>) => pages.postMessage(message);

/** Sends the outbox of one person. @returns "done", or the reason for stopping */
export function sendWaiting(owner: string): Promise<Pause> {
  // A lock ensures a single sender, even while a new version of this file takes over.
  return navigator.locks.request("outbox", async () => {
    const outbox: Outbox = await openOutbox();
    try {
      for (;;) {
        const entry = (await outbox.getAll("entries")).find((one) => one.owner === owner && one.state === "waiting");
        const stop: Stop | undefined = entry ? await sendEntry(outbox, entry) : { why: "done" };
        if (!stop) continue;
        report({ type: "rest", owner, ...stop });
        return stop.why;
      }
    } finally {
      outbox.close();
    }
  });
}

/** Sends the outbox when no page is open: only entries of the person who is signed in. */
export async function sendAllWaiting(): Promise<void> {
  const outbox: Outbox = await openOutbox();
  const waiting = (await outbox.getAll("entries")).filter(({ state }) => state === "waiting");
  outbox.close();
  for (const owner of new Set(waiting.map((entry) => entry.owner))) {
    if ((await sendWaiting(owner)) === "away") throw new Error("not yet");
  }
}

/** Sends one entry. @returns undefined if the next one may follow, else the reason for stopping */
async function sendEntry(outbox: Outbox, entry: QueuedRequests): Promise<Stop | undefined> {
  const now = Date.now();
  if (now - entry.at > WAIT_MS) return settle(outbox, entry, refused(0, { error: "It waited for more than a week." }));
  if (entry.once && entry.tried && now - entry.tried > KEY_MS) {
    return settle(
      outbox,
      entry,
      refused(0, { error: "It may have arrived already: please look before you send it again." }),
    );
  }
  // The bark before it would have named what it answers.
  if (entry.follows) return settle(outbox, entry, refused(0, { error: NOT_CONTINUED }));
  const tries = entry.tries + 1;
  if (!(await amend(outbox, entry.seq, { tries, tried: entry.tried ?? now }))) return undefined;
  let answer: unknown = null;
  for (const step of entry.steps) {
    const response = await ask(step, entry.owner);
    if (response?.ok) answer = response.body;
    else if (response?.status === 404 && step.mayBeGone) continue;
    else if (response?.status === 401) return { why: "signed-out" };
    else if (!response || isPassing(response.status, tries)) return { why: "away", seconds: response?.seconds ?? 0 };
    else return settle(outbox, entry, refused(response.status, problemOf(response.body)));
  }
  return settle(outbox, entry, { state: "sent", answer });
}

async function ask({ method, path, json, key }: MutationRequest, owner: string): Promise<Answer | null> {
  const headers: Record<string, string> = { "barker-person": owner };
  if (json !== undefined) headers["content-type"] = "application/json";
  if (key !== undefined) headers["idempotency-key"] = key;
  try {
    const body = json === undefined ? undefined : JSON.stringify(json);
    const response = await fetch(path, { method, headers, body, signal: AbortSignal.timeout(LIMIT_MS) });
    const { ok, status } = response;
    return { ok, status, seconds: Number(response.headers.get("retry-after")) || 0, body: await response.json() };
  } catch {
    return null;
  }
}

function isPassing(status: number, tries: number): boolean {
  if ([408, 425, 429, 502, 503, 504].includes(status)) return true;
  return status >= 500 && tries < MAX_FAULTS;
}

interface Problem {
  error?: string;
  code?: string;
}

function problemOf(body: unknown): Problem {
  return (body as Problem | null) ?? {};
}

function refused(status: number, { error = "Something went wrong.", code }: Problem): Partial<QueuedRequests> {
  return { state: "refused", status, sentence: error.replace(/^Validation failed: /, ""), code };
}

async function settle(outbox: Outbox, entry: QueuedRequests, patch: Partial<QueuedRequests>): Promise<undefined> {
  // First, so that the next part of a thread names what it answers even if this process ends now.
  if (patch.state === "sent") {
    for (const next of await outbox.getAll("entries"))
      if (next.owner === entry.owner && next.follows === entry.lane)
        await amend(outbox, next.seq, answering(next, patch.answer));
  }
  if (await amend(outbox, entry.seq, patch)) report({ type: "settled", entry: { ...entry, ...patch } });
}

/** Updates an entry if it still exists and was not replaced. */
async function amend(outbox: Outbox, seq: number, patch: Partial<QueuedRequests>): Promise<boolean> {
  const { store, done } = outbox.transaction("entries", "readwrite");
  const entry = await store.get(seq);
  if (entry) await store.put({ ...entry, ...patch });
  await done;
  return entry !== undefined;
}
