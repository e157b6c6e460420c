import { send, type Outcome } from "@/app/_client/api";
import { ingest, ingestPoll, setOptimistic } from "@/app/_client/bark-store";
import { createStore } from "@/app/_client/create-store";
import { device } from "@/app/_client/device";
import { followState, setFollowChange } from "@/app/_client/follow-state";
import { mutationKey, optimisticChange, requestsOf, type Mutation, type Toggle } from "@/app/_client/outbox/mutations";
import type { Status } from "@/lib/barks/schema";
import type { Relationship } from "@/lib/people/schema";
import type { Poll } from "@/lib/polls/schema";
import { failures } from "@/app/_words/failures";

/** The server's answer to an accepted mutation. */
type AnswerTo<M extends Mutation> = M extends { kind: "follow" }
  ? Relationship
  : M extends { kind: "vote" }
    ? Poll
    : Status;

/** A change that is shown before the server has it. */
interface OptimisticChange<Answer> {
  show: () => void;
  /** "waits": it is in the outbox, which shows it and settles it later. */
  send: () => Promise<Outcome<Answer> | "waits">;
  /** `latest`: no later change with this key is being sent, so the server's state is shown. */
  settle: (outcome: Outcome<Answer>, latest: boolean) => void;
}

const turns = new Map<string | symbol, { latest: number; queue: Promise<void> }>();

/**
 * Shows a change at once and sends it after the earlier changes with the same key; of several in a row the last one
 * decides what is shown.
 * @returns the answer to the last of them; null for the others, and for a change that waits in the outbox
 */
export async function optimistic<Answer>(
  key: string | symbol,
  { show, send: sendIt, settle }: OptimisticChange<Answer>,
): Promise<Outcome<Answer> | null> {
  const turn = turns.get(key) ?? { latest: 0, queue: Promise.resolve() };
  turns.set(key, turn);
  const mine = ++turn.latest;
  show();
  const sent = turn.queue.then(sendIt);
  const done = sent.then((outcome) => {
    const latest = mine === turn.latest;
    if (latest) turns.delete(key);
    if (outcome !== "waits") settle(outcome, latest);
    return latest && outcome !== "waits" ? outcome : null;
  });
  const next = () => {};
  turn.queue = done.then(next, next);
  return done;
}

/** Likes, follows and so on: shown at once, sent, and undone if the server rejects them. @returns as `optimistic` */
export function mutate<M extends Toggle>(mutation: M): Promise<Outcome<AnswerTo<M>> | null> {
  return optimistic(mutationKey(mutation), {
    show: () => showToggle(mutation),
    send: () => submit(mutation),
    settle: (outcome, latest) => settleToggle(mutation, outcome, latest),
  });
}

/** Shows a change that the server does not have yet, on every card and button that it concerns. */
export function showToggle(mutation: Toggle): void {
  if (mutation.kind === "follow") setFollowChange(mutation.personId, { pending: mutation.next });
  else setOptimistic(mutation.id, mutationKey(mutation), optimisticChange(mutation)?.change ?? null);
}

/** Takes over the server's answer; after the latest change the optimistic state is dropped. */
export function settleToggle(mutation: Toggle, outcome: Outcome<Status | Relationship | Poll>, latest: boolean): void {
  if (mutation.kind === "follow") {
    const told = outcome.ok && { told: followState(outcome.value as Relationship) };
    setFollowChange(mutation.personId, { ...told, ...(latest && { pending: null }) });
    return;
  }
  if (outcome.ok && mutation.kind === "vote") ingestPoll(mutation.id, outcome.value as Poll);
  else if (outcome.ok) ingest(outcome.value as Status);
  if (latest) setOptimistic(mutation.id, mutationKey(mutation), null);
}

/** The server cannot be reached, or a proxy in front of it says that it is unavailable. */
const UNREACHED = new Set([0, 502, 503, 504]);

/**
 * Sends a mutation to the server, or adds it to the outbox: without a connection, and while other mutations wait there.
 * @returns the server's answer, or "waits": then the outbox shows it and settles it later
 */
export async function submit<M extends Mutation>(mutation: M): Promise<Outcome<AnswerTo<M>> | "waits"> {
  const owner = provider?.personId ?? null;
  const first = owner !== null && (hasQueued(owner) || !navigator.onLine) ? null : await sendNow(mutation, owner);
  if (first !== null && (first.ok || owner === null || !UNREACHED.has(first.status))) return first;
  if (await provider?.keep(mutation)) return "waits";
  return first ?? sendNow(mutation, owner);
}

async function sendNow<M extends Mutation>(mutation: M, person: string | null): Promise<Outcome<AnswerTo<M>>> {
  let outcome: Outcome<AnswerTo<M>> | null = null;
  for (const { method, path, json, key, mayBeGone } of requestsOf(mutation)) {
    const step = await send<AnswerTo<M>>(path, { method, json, idempotencyKey: key, person, keepalive: true });
    if (!step.ok && !(mayBeGone && step.status === 404)) return step;
    outcome = step;
  }
  return outcome ?? { ok: false, status: 0, sentence: failures.nothingToSend, fields: {} };
}

/** What a page knows of its outbox without opening it. */
export interface OutboxStatus {
  /** The keys of waiting barks. */
  barks: ReadonlySet<string>;
  others: number;
  /** Why they wait. */
  why: "away" | "signed-out" | null;
}

/** The person signed in on this page, how to show them a message, and where their mutations wait. */
interface OutboxProvider {
  personId: string;
  say: (sentence: string) => void;
  /** False where the outbox is not available: without storage or without a service worker. */
  keep: (mutation: Mutation) => Promise<boolean>;
}

export const NOTHING_WAITS: OutboxStatus = { barks: new Set(), others: 0, why: null };

/** What waits, for every part of the page that shows it. */
export const outboxStatus = createStore(NOTHING_WAITS);
let provider: OutboxProvider | null = null;

/** Sets whose outbox this page fills; null before the person is known. */
export const outboxProvider = (): OutboxProvider | null => provider;

export function setOutboxProvider(next: OutboxProvider | null): void {
  provider = next;
}

/** A key of the device's storage, from which a page learns that something waits without opening the outbox. */
export const flagOf = (personId: string): string => `outbox:${personId}`;

/** Whether mutations of this person wait here: then their next ones are added behind them. */
export function hasQueued(personId: string): boolean {
  return device.get(flagOf(personId)) !== null;
}
