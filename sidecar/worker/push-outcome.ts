import type { Heard } from "@/lib/notifications/view";
import type { Outcome } from "@/lib/push/post";
import type { Settlement, Waiting } from "@/lib/push/queue";
import { pauseAfter, type Shown } from "@/lib/push/rules";
import type { Errand } from "@/sidecar/worker/push-letters";

/** What was tried for a person, and what came of it. */
export interface News {
  rows: Map<string, Heard[]>;
  /** What devices show and is no longer unread. */
  closed: Shown[];
  /** Rows that have to wait for some device until then (Unix ms). */
  delays: { tag: string; at: number }[];
  errands: Errand[];
  /** One for each errand. */
  outcomes: Outcome[];
}

/** What is written down of a person's pushes: told once is told, what failed is tried again, the rest is over. */
export function settlementOf({ waiting, now, news }: { waiting: Waiting; now: number; news?: News }): Settlement {
  const done: Settlement = { shown: [], hidden: [], failing: new Map(), recovered: [], over: [], later: new Map() };
  const delays = [...(news?.delays ?? [])];
  news?.errands.forEach(({ device, row }, index) => {
    const outcome = news.outcomes[index] ?? { what: "refused" };
    const before = waiting.failing.get(device.id);
    if (outcome.what === "failed" || outcome.what === "crowded") {
      const fails = (before?.fails ?? 0) + 1;
      const pause = outcome.what === "failed" ? pauseAfter(fails, outcome.pause) : outcome.pause;
      if (outcome.what === "failed") done.failing.set(device.id, { fails, until: now + pause });
      if (!row) return;
      delays.push({ tag: row.tag, at: now + pause });
      // It still shows what it was told before, if it was told anything.
      const earlier = waiting.shown.find((one) => one.device === device.id && one.tag === row.tag && one.done);
      if (earlier) done.shown.push(earlier);
      else done.hidden.push({ device: device.id, tag: row.tag });
    } else {
      if (before) done.recovered.push(device.id);
      if (row) done.shown.push({ device: device.id, ...row, at: now, done: true });
    }
  });
  // Closed, or on a device that cannot be told to close it.
  done.hidden.push(...(news?.closed ?? []));
  for (const { tag, at } of delays) {
    for (const { alert } of news?.rows.get(tag) ?? []) {
      if (waiting.due.includes(alert.id)) done.later.set(alert.id, Math.min(at, done.later.get(alert.id) ?? at));
    }
  }
  done.over = waiting.due.filter((id) => !done.later.has(id));
  return done;
}
