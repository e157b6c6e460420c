import { pend, take } from "@/app/_ui/bark/store";
import { becomeDraftAgain, beginDrafts, forgetDraft, takeDrafts, writingOf } from "@/app/_ui/drafts";
import { device } from "@/app/_ui/device";
import type { Writing } from "@/app/_ui/compose/model";
import { changeOf, type Deed } from "@/app/_ui/outbox/deeds";
import { backOff, type Entry } from "@/app/_ui/outbox/model";
import { flagOf, outboxHost, setStanding, setWaiting } from "@/app/_ui/outbox/state";
import { entriesOf, forgetEntry, putDeed } from "@/app/_ui/outbox/store";
import { tell } from "@/app/_ui/square";
import { standingOf } from "@/app/_ui/standing";
import { currentWorker, tellWorker } from "@/app/_ui/worker";
import type { Status } from "@/lib/barks/schema";
import type { Relationship } from "@/lib/people/schema";

/** What the service worker says: something became of an entry, or it stopped and why. */
type Report =
  | { type: "settled"; entry: Entry }
  | { type: "rest"; owner: string; why: "done" | "away" | "signed-out"; seconds?: number };

let begun: Promise<void> | undefined;
/** What this page shows as waiting, and of which it told what became of it. */
let shown = new Map<number, Entry>();
const told = new Set<number>();
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Shows what waits, has it sent, and says what became of it, from now on. */
export function beginOutbox(): Promise<void> {
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
export async function keepDeed(deed: Deed): Promise<boolean> {
  const registration = await currentWorker();
  if (!registration || !(await putDeed(owner(), deed))) return false;
  await beginOutbox();
  await refresh();
  // Where the browser can, it sends also after the last page was closed.
  void (registration as SyncRegistration).sync?.register("outbox").catch(() => undefined);
  if (navigator.onLine) await sendSoon(failures === 0 ? 0 : backOff(failures, Math.random()));
  return true;
}

/** Its writer wants a bark that waits back as a draft. False when it has gone out already. */
export async function takeBack(key: string): Promise<boolean> {
  // Not while the service worker sends.
  return navigator.locks.request("outbox", async () => {
    const entries = await entriesOf(owner());
    const entry = entries.find(
      ({ deed, state }) => deed.kind === "bark" && deed.sending.key === key && state === "waiting",
    );
    if (!entry || entry.deed.kind !== "bark") return false;
    told.add(entry.seq);
    await forgetEntry(entry.seq);
    tell({ type: "unsent", key });
    keepAsDraft(entry.deed.writing);
    await refresh();
    return true;
  });
}

function keepAsDraft(writing: Writing): void {
  if (!writingOf(writing.id)) takeDrafts([writing]);
  becomeDraftAgain(writing.id);
}

const owner = () => outboxHost()?.personId ?? "";

interface SyncRegistration extends ServiceWorkerRegistration {
  sync?: { register(tag: string): Promise<void> };
}

const say = (sentence: string) => outboxHost()?.say(sentence);

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
  beginDrafts(owner());
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

function flag(waiting: Entry[]): void {
  const name = flagOf(owner());
  const value = waiting.length === 0 ? null : waiting.map(({ seq }) => seq).join(" ");
  if (device.get(name) !== value) device.set(name, value);
}

function show({ deed, lane }: Entry): void {
  const changed = changeOf(deed);
  if (changed) pend(changed.id, lane, changed.change);
  else if (deed.kind === "bark") tell({ type: "sending", ...deed.sending, again: true });
  else if (deed.kind === "follow") setStanding(deed.personId, deed.next);
}

/** Something became of an entry: every page shows it, and the entry is forgotten. */
async function settle(entry: Entry): Promise<void> {
  if (told.has(entry.seq)) return;
  told.add(entry.seq);
  const later = [...shown.values()].some(({ lane, seq }) => lane === entry.lane && seq > entry.seq);
  shown.delete(entry.seq);
  if (entry.state === "sent") arrived(entry, later);
  else takenBack(entry, later);
  await forgetEntry(entry.seq);
}

function arrived({ deed, lane, answer }: Entry, later: boolean): void {
  if (deed.kind === "bark") {
    tell({ type: "sent", key: deed.sending.key, status: answer as Status });
    return forgetDraft(deed.writing.id, true);
  }
  if (deed.kind === "follow") {
    if (!later) setStanding(deed.personId, standingOf(answer as Relationship));
    return;
  }
  if (deed.kind === "edit") {
    tell({ type: "edited", status: answer as Status });
    forgetDraft(deed.writing.id, true);
  } else take(answer as Status);
  if (!later) pend(deed.id, lane, null);
}

function takenBack({ deed, lane, sentence = "" }: Entry, later: boolean): void {
  if (deed.kind === "bark" || deed.kind === "edit") {
    if (deed.kind === "bark") tell({ type: "unsent", key: deed.sending.key });
    else pend(deed.id, lane, null);
    keepAsDraft(deed.writing);
    return say(`Could not send. It is in your drafts. ${sentence}`);
  }
  if (later) return;
  if (deed.kind === "follow") setStanding(deed.personId, null);
  else pend(deed.id, lane, null);
  say(sentence);
}
