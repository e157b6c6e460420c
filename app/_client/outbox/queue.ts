import type { Outcome } from "@/app/_client/api";
import { initDrafts } from "@/app/_client/drafts/store";
import { device } from "@/app/_client/device";
import type { Mutation } from "@/app/_client/outbox/mutations";
import { backOff, type OutboxEntry } from "@/app/_client/outbox/model";
import {
  flagOf,
  outboxProvider,
  outboxStatus,
  settleToggle,
  showToggle,
  type OutboxStatus,
} from "@/app/_client/outbox/mutate";
import { entriesOf, deleteEntry, putMutation } from "@/app/_client/outbox/store";
import { keepAsDraft, settleWriting, showWriting } from "@/app/_client/outbox/writing";
import { emit } from "@/app/_client/events";
import { currentWorker, tellWorker } from "@/app/_client/worker";
import type { OutboxReport } from "@/app/_client/worker-protocol";
import type { Status } from "@/lib/barks/schema";
import type { Relationship } from "@/lib/people/schema";

type Report = OutboxReport<OutboxEntry>;

let begun: Promise<void> | undefined;
/** The entries that this page shows as waiting, and those whose outcome it has reported. */
let shown = new Map<number, OutboxEntry>();
const told = new Set<number>();
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Starts showing what waits, having it sent, and reporting the outcome. */
export function startOutbox(): Promise<void> {
  begun ??= begin();
  return begun;
}

async function begin(): Promise<void> {
  new BroadcastChannel("outbox").addEventListener("message", ({ data }: MessageEvent<Report>) => void hear(data));
  // Another page of this browser added or sent an entry.
  addEventListener("storage", ({ key }) => void (key === flagOf(owner()) && refresh()));
  addEventListener("online", () => void sendSoon(0));
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && void sendSoon(0));
  await refresh();
  if (navigator.onLine) await sendSoon(0);
}

/** Adds a mutation to the outbox. False when that is not possible here. */
export async function enqueue(mutation: Mutation): Promise<boolean> {
  const registration = await currentWorker();
  if (!registration || !(await putMutation(owner(), mutation))) return false;
  await startOutbox();
  await refresh();
  // With Background Sync it is also sent after the last page was closed.
  void (registration as SyncRegistration).sync?.register("outbox").catch(() => undefined);
  if (navigator.onLine) await sendSoon(failures === 0 ? 0 : backOff(failures, Math.random()));
  return true;
}

/** Turns a waiting bark, and what continues it, back into drafts. False when it was already sent. */
export async function cancel(key: string): Promise<boolean> {
  // Not while the service worker is sending.
  return navigator.locks.request("outbox", async () => {
    const entries = await entriesOf(owner());
    const entry = entries.find(
      ({ deed, state }) => deed.kind === "bark" && deed.sending.key === key && state === "waiting",
    );
    if (!entry) return false;
    for (const { seq, deed } of withFollowing(entries, entry)) {
      if (deed.kind !== "bark") continue;
      told.add(seq);
      await deleteEntry(seq);
      emit({ type: "unsent", key: deed.sending.key });
      keepAsDraft(deed.writing);
    }
    await refresh();
    return true;
  });
}

/** An entry, and those that wait for it. */
function withFollowing(entries: OutboxEntry[], first: OutboxEntry): OutboxEntry[] {
  const following = entries.filter(({ follows }) => follows === first.lane);
  return [first, ...following.flatMap((entry) => withFollowing(entries, entry))];
}

const owner = () => outboxProvider()?.personId ?? "";

interface SyncRegistration extends ServiceWorkerRegistration {
  sync?: { register(tag: string): Promise<void> };
}

const say = (sentence: string) => outboxProvider()?.say(sentence);
const setWaiting = (patch: Partial<OutboxStatus>) => outboxStatus.set({ ...outboxStatus.get(), ...patch });

/** Has the service worker send what waits, so that there is one sender, whichever tabs are open. */
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

/** Reads the outbox again: shows new entries, reports outcomes, and updates the number that waits. */
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

function show({ deed }: OutboxEntry): void {
  if ("writing" in deed) showWriting(deed, true);
  else showToggle(deed);
}

/** The server accepted or rejected an entry: every page shows the outcome, and the entry is deleted. */
async function settle(entry: OutboxEntry): Promise<void> {
  if (told.has(entry.seq)) return;
  told.add(entry.seq);
  const { deed } = entry;
  const outcome = outcomeOf(entry);
  const latest = ![...shown.values()].some(({ lane, seq }) => lane === entry.lane && seq > entry.seq);
  shown.delete(entry.seq);
  if ("writing" in deed) {
    const trouble = settleWriting(deed, outcome as Outcome<Status>, latest);
    if (trouble !== null) say(trouble);
  } else {
    settleToggle(deed, outcome, latest);
    if (!outcome.ok && latest) say(outcome.sentence);
  }
  await deleteEntry(entry.seq);
}

function outcomeOf({ state, answer, status = 0, sentence = "", code }: OutboxEntry): Outcome<Status | Relationship> {
  if (state === "sent") return { ok: true, value: answer as Status | Relationship, next: null };
  return { ok: false, status, sentence, fields: {}, ...(code !== undefined && { code }) };
}
