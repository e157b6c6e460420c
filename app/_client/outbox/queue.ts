import { setOptimistic, ingest } from "@/app/_client/bark-store";
import { restoreDraft, initDrafts, removeDraft, ingestDrafts, draftById } from "@/app/_client/drafts/store";
import { device } from "@/app/_client/device";
import type { LocalDraft } from "@/app/_client/drafts/model";
import { optimisticChange, type Mutation } from "@/app/_client/outbox/mutations";
import { backOff, type OutboxEntry } from "@/app/_client/outbox/model";
import { flagOf, outboxProvider, setFollowState, setWaiting } from "@/app/_client/outbox/state";
import { entriesOf, deleteEntry, putMutation } from "@/app/_client/outbox/store";
import { emit } from "@/app/_client/events";
import { followState } from "@/app/_client/follow-state";
import { currentWorker, tellWorker } from "@/app/_client/worker";
import type { Status } from "@/lib/barks/schema";
import type { Relationship } from "@/lib/people/schema";

/** What the service worker says: something became of an entry, or it stopped and why. */
type Report =
  | { type: "settled"; entry: OutboxEntry }
  | { type: "rest"; owner: string; why: "done" | "away" | "signed-out"; seconds?: number };

let begun: Promise<void> | undefined;
/** What this page shows as waiting, and of which it told what became of it. */
let shown = new Map<number, OutboxEntry>();
const told = new Set<number>();
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Shows what waits, has it sent, and says what became of it, from now on. */
export function startOutbox(): Promise<void> {
  begun ??= begin();
  return begun;
}

async function begin(): Promise<void> {
  new BroadcastChannel("outbox").addEventListener("message", ({ data }: MessageEvent<Report>) => void hear(data));
  // Another page of this browser put something there, or sent something away.
  addEventListener("storage", ({ key }) => void (key === flagOf(owner()) && refresh()));
  addEventListener("online", () => void sendSoon(0));
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && void sendSoon(0));
  await refresh();
  if (navigator.onLine) await sendSoon(0);
}

/** Puts a deed into the outbox. False when it cannot wait here. */
export async function enqueue(deed: Mutation): Promise<boolean> {
  const registration = await currentWorker();
  if (!registration || !(await putMutation(owner(), deed))) return false;
  await startOutbox();
  await refresh();
  // Where the browser can, it sends also after the last page was closed.
  void (registration as SyncRegistration).sync?.register("outbox").catch(() => undefined);
  if (navigator.onLine) await sendSoon(failures === 0 ? 0 : backOff(failures, Math.random()));
  return true;
}

/** Its writer wants a bark that waits back as a draft. False when it has gone out already. */
export async function cancel(key: string): Promise<boolean> {
  // Not while the service worker sends.
  return navigator.locks.request("outbox", async () => {
    const entries = await entriesOf(owner());
    const entry = entries.find(
      ({ deed, state }) => deed.kind === "bark" && deed.sending.key === key && state === "waiting",
    );
    if (!entry || entry.deed.kind !== "bark") return false;
    told.add(entry.seq);
    await deleteEntry(entry.seq);
    emit({ type: "unsent", key });
    keepAsDraft(entry.deed.writing);
    await refresh();
    return true;
  });
}

function keepAsDraft(writing: LocalDraft): void {
  if (!draftById(writing.id)) ingestDrafts([writing]);
  restoreDraft(writing.id);
}

const owner = () => outboxProvider()?.personId ?? "";

interface SyncRegistration extends ServiceWorkerRegistration {
  sync?: { register(tag: string): Promise<void> };
}

const say = (sentence: string) => outboxProvider()?.say(sentence);

/** Has what waits sent by the service worker: one sender, whatever tabs are open. */
async function sendSoon(ms: number): Promise<void> {
  clearTimeout(timer);
  if (ms > 0) return void (timer = setTimeout(() => void sendSoon(0), ms));
  if (shown.size === 0) return;
  await tellWorker({ type: "send", owner: owner() });
}

async function hear(report: Report): Promise<void> {
  if (report.type === "settled") {
    if (report.entry.owner === owner()) await settle(report.entry);
    return;
  }
  if (report.owner !== owner()) return;
  const { why, seconds = 0 } = report;
  failures = why === "away" ? failures + 1 : 0;
  setWaiting({ why: why === "done" ? null : why });
  await refresh();
  if (why === "away" && navigator.onLine) {
    await sendSoon(Math.max(seconds * 1_000, backOff(failures, Math.random())));
  }
}

/** Reads the outbox anew: what came is shown, what is done is told, and the page knows how much waits. */
async function refresh(): Promise<void> {
  initDrafts(owner());
  const entries = await entriesOf(owner());
  const waiting = entries.filter(({ state, seq }) => state === "waiting" && !told.has(seq));
  shown = new Map([...shown].filter(([seq]) => entries.some((entry) => entry.seq === seq)));
  for (const entry of waiting) {
    if (!shown.has(entry.seq)) show(entry);
    shown.set(entry.seq, entry);
  }
  for (const entry of entries) if (entry.state !== "waiting") await settle(entry);
  const barks = waiting.flatMap(({ deed }) => (deed.kind === "bark" ? [deed.sending.key] : []));
  setWaiting({ barks: new Set(barks), others: waiting.length - barks.length });
  flag(waiting);
}

function flag(waiting: OutboxEntry[]): void {
  const name = flagOf(owner());
  const value = waiting.length === 0 ? null : waiting.map(({ seq }) => seq).join(" ");
  if (device.get(name) !== value) device.set(name, value);
}

function show({ deed, lane }: OutboxEntry): void {
  const changed = optimisticChange(deed);
  if (changed) setOptimistic(changed.id, lane, changed.change);
  else if (deed.kind === "bark") emit({ type: "sending", ...deed.sending, again: true });
  else if (deed.kind === "follow") setFollowState(deed.personId, deed.next);
}

/** Something became of an entry: every page shows it, and the entry is forgotten. */
async function settle(entry: OutboxEntry): Promise<void> {
  if (told.has(entry.seq)) return;
  told.add(entry.seq);
  const later = [...shown.values()].some(({ lane, seq }) => lane === entry.lane && seq > entry.seq);
  shown.delete(entry.seq);
  if (entry.state === "sent") arrived(entry, later);
  else takenBack(entry, later);
  await deleteEntry(entry.seq);
}

function arrived({ deed, lane, answer }: OutboxEntry, later: boolean): void {
  if (deed.kind === "bark") {
    emit({ type: "sent", key: deed.sending.key, status: answer as Status });
    return removeDraft(deed.writing.id, true);
  }
  if (deed.kind === "follow") {
    if (!later) setFollowState(deed.personId, followState(answer as Relationship));
    return;
  }
  if (deed.kind === "edit") {
    emit({ type: "edited", status: answer as Status });
    removeDraft(deed.writing.id, true);
  } else ingest(answer as Status);
  if (!later) setOptimistic(deed.id, lane, null);
}

function takenBack({ deed, lane, sentence = "" }: OutboxEntry, later: boolean): void {
  if (deed.kind === "bark" || deed.kind === "edit") {
    if (deed.kind === "bark") emit({ type: "unsent", key: deed.sending.key });
    else setOptimistic(deed.id, lane, null);
    keepAsDraft(deed.writing);
    return say(`Could not send. It is in your drafts. ${sentence}`);
  }
  if (later) return;
  if (deed.kind === "follow") setFollowState(deed.personId, null);
  else setOptimistic(deed.id, lane, null);
  say(sentence);
}
