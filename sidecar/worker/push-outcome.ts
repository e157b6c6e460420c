import type { AlertParts } from "@/lib/notifications/view";
import type { PushOutcome } from "@/lib/push/send";
import { LOCK_MS, type PushCommit, type PendingPush } from "@/lib/push/queue";
import { mayBeSilent, pauseAfter, type Shown } from "@/lib/push/rules";
import type { PushDevice, PushTask } from "@/sidecar/worker/push-messages";

/** How soon (ms) is looked again at what could not be closed yet, where nothing says when. */
const AGAIN = 2_000;

/** What was tried for a person, and what came of it. */
export interface PushResult {
  devices: PushDevice[];
  rows: Map<string, AlertParts[]>;
  /** What devices show and is no longer unread. */
  closed: Shown[];
  /** Rows that have to wait for some device until then (Unix ms). */
  delays: { tag: string; at: number }[];
  errands: PushTask[];
  /** One for each errand. */
  outcomes: PushOutcome[];
}

interface Tried {
  waiting: PendingPush;
  now: number;
  news?: PushResult;
}

/** What is written down of a person's pushes: told once is told, what failed is tried again, the rest is over. */
export function outcomeOf({ waiting, now, news }: Tried): PushCommit {
  const done: PushCommit = { shown: [], hidden: [], failing: new Map(), recovered: [], over: [], later: new Map() };
  if (news) {
    const delays = [...news.delays, ...settleErrands(done, waiting, now, news)];
    for (const { tag, at } of delays) {
      for (const { alert } of news.rows.get(tag) ?? []) {
        if (waiting.due.includes(alert.id)) done.later.set(alert.id, Math.min(at, done.later.get(alert.id) ?? at));
      }
    }
    const open = settleClosed(done, waiting, now, news);
    const isSending = waiting.shown.some((one) => !one.done && one.at > now - LOCK_MS);
    const at = open ?? (isSending ? now + AGAIN : null);
    const [recall] = waiting.recalls;
    if (recall && at !== null) done.later.set(recall, at);
  }
  done.over = [...waiting.due, ...waiting.recalls].filter((entry) => !done.later.has(entry));
  return done;
}

/** @returns which rows are told again, and when */
function settleErrands(
  done: PushCommit,
  waiting: PendingPush,
  now: number,
  { errands, outcomes }: PushResult,
): PushResult["delays"] {
  return errands.flatMap(({ device, row, close }, index) => {
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
    // It still shows what it was told before, if it was told anything.
    const earlier = waiting.shown.find((one) => one.device === device.id && one.tag === row.tag && one.done);
    if (earlier) done.shown.push(earlier);
    else done.hidden.push({ device: device.id, tag: row.tag });
    return [{ tag: row.tag, at: now + pause }];
  });
}

/** What is outdated and cannot be closed is forgotten. @returns when to look again at what could not be closed yet */
function settleClosed(
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
      again = Math.min(again ?? Infinity, Math.max(until, now + AGAIN));
    } else done.hidden.push({ device: id, tag });
  }
  return again;
}
