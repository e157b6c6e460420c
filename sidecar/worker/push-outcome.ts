import type { AlertParts } from "@/lib/notifications/view";
import type { PushOutcome } from "@/lib/push/send";
import type { PushCommit, PendingPush } from "@/lib/push/cache";
import { mayBeSilent, MESSAGES_TAG, pauseAfter, type Shown } from "@/lib/push/rules";
import { PUSH_LOCK_MS } from "@/lib/redis/keys";
import type { PushDevice, PushTask } from "@/sidecar/worker/push-messages";

/** Delay (ms) before notifications that could not be closed are retried, unless a push service names another. */
const RETRY_MS = 2_000;

/** The push tasks of a person and their outcomes. */
export interface PushResult {
  devices: PushDevice[];
  rows: Map<string, AlertParts[]>;
  /** Notifications that devices show but that are no longer unread. */
  closed: Shown[];
  /** Rows that are delayed on some device until then (Unix ms). */
  delays: { tag: string; at: number }[];
  tasks: PushTask[];
  /** One per task, in the same order. */
  outcomes: PushOutcome[];
}

interface Tried {
  waiting: PendingPush;
  now: number;
  result?: PushResult;
}

/** Computes the commit of a person's pushes: sent rows are recorded, failed ones are delayed, the others are removed. */
export function outcomeOf({ waiting, now, result }: Tried): PushCommit {
  const done: PushCommit = { shown: [], hidden: [], failing: new Map(), recovered: [], over: [], later: new Map() };
  if (result) {
    const delays = [...result.delays, ...recordOutcomes(done, waiting, now, result)];
    for (const { tag, at } of delays) {
      const messages = tag === MESSAGES_TAG ? waiting.messages : [];
      for (const entry of messages) done.later.set(entry, Math.min(at, done.later.get(entry) ?? at));
      for (const { alert } of result.rows.get(tag) ?? []) {
        if (waiting.due.includes(alert.id)) done.later.set(alert.id, Math.min(at, done.later.get(alert.id) ?? at));
      }
    }
    const open = recordClosed(done, waiting, now, result);
    const isSending = waiting.shown.some((one) => !one.done && one.at > now - PUSH_LOCK_MS);
    const at = open ?? (isSending ? now + RETRY_MS : null);
    const [recall] = waiting.recalls;
    if (recall && at !== null) done.later.set(recall, at);
  }
  done.over = [...waiting.due, ...waiting.recalls, ...waiting.messages].filter((entry) => !done.later.has(entry));
  return done;
}

/** Records the outcomes in `done`. @returns the rows to send again, and when */
function recordOutcomes(
  done: PushCommit,
  waiting: PendingPush,
  now: number,
  { tasks, outcomes }: PushResult,
): PushResult["delays"] {
  return tasks.flatMap(({ device, row, close }, index) => {
    const outcome = outcomes[index] ?? { what: "refused" };
    const before = waiting.failing.get(device.id);
    if (outcome.what !== "failed" && outcome.what !== "crowded") {
      if (before) done.recovered.push(device.id);
      if (row) done.shown.push({ device: device.id, ...row, at: now, done: true });
      done.hidden.push(...close.map((tag) => ({ device: device.id, tag })));
      return [];
    }
    const fails = (before?.fails ?? 0) + 1;
    const pause = outcome.what === "failed" ? pauseAfter(fails, outcome.pause) : outcome.pause;
    if (outcome.what === "failed") done.failing.set(device.id, { fails, until: now + pause });
    if (!row) return [];
    // The device still shows the previous state of the row, if it received one.
    const earlier = waiting.shown.find((one) => one.device === device.id && one.tag === row.tag && one.done);
    if (earlier) done.shown.push(earlier);
    else done.hidden.push({ device: device.id, tag: row.tag });
    return [{ tag: row.tag, at: now + pause }];
  });
}

/** Forgets outdated notifications that cannot be closed. @returns when to retry those that could not be closed yet */
function recordClosed(
  done: PushCommit,
  waiting: PendingPush,
  now: number,
  { closed, devices }: PushResult,
): number | null {
  let again: number | null = null;
  for (const { device: id, tag } of closed) {
    if (done.hidden.some((one) => one.device === id && one.tag === tag)) continue;
    const device = devices.find((one) => one.id === id);
    if (device && mayBeSilent(device)) {
      const until = (done.failing.get(id) ?? waiting.failing.get(id))?.until ?? 0;
      again = Math.min(again ?? Infinity, Math.max(until, now + RETRY_MS));
    } else done.hidden.push({ device: id, tag });
  }
  return again;
}
