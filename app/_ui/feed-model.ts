import type { Viewer } from "@/lib/auth/schema";
import type { Status } from "@/lib/barks/schema";

/** A row of a feed: a bark, one on its way, or a place where some may be missing. */
export type Row =
  | { kind: "bark"; key: string; status: Status }
  | { kind: "sending"; key: string; text: string; author: Viewer }
  | { kind: "gap"; key: string };

/**
 * What a feed shows, newest first, and what waits behind "5 new barks". Nothing is put among the
 * rows that somebody reads but by their own hand.
 */
export interface Feed {
  rows: Row[];
  waiting: Status[];
  /** The first bark ever is among the rows. */
  ended: boolean;
}

const toRow = (status: Status): Row => ({ kind: "bark", key: status.id, status });

export function begin(statuses: Status[], ended: boolean): Feed {
  return { rows: statuses.map(toRow), waiting: [], ended };
}

/** The ids among rows and waiting ones. */
function known(feed: Feed): Set<string> {
  return new Set([...feed.rows.map((row) => row.key), ...feed.waiting.map((status) => status.id)]);
}

/** Older barks follow below. */
export function extend(feed: Feed, statuses: Status[], ended: boolean): Feed {
  const there = known(feed);
  return { ...feed, rows: [...feed.rows, ...statuses.filter(({ id }) => !there.has(id)).map(toRow)], ended };
}

/**
 * A bark came in live: it waits until it is asked for. One that is known already changes nothing,
 * and so does one from below what is loaded: it comes when one reads down to it.
 */
export function arrive(feed: Feed, status: Status): Feed {
  const oldest = feed.rows.findLast((row) => row.kind === "bark")?.key;
  const unloaded = oldest !== undefined && !feed.ended && status.id < oldest;
  if (unloaded || known(feed).has(status.id)) return feed;
  return { ...feed, waiting: [status, ...feed.waiting].toSorted((a, b) => (a.id < b.id ? 1 : -1)) };
}

/** Shows what waited: on top, but for a latecomer, which goes where its time is. */
export function reveal(feed: Feed): Feed {
  const top = feed.rows.find((row) => row.kind === "bark")?.key ?? "";
  const news = feed.waiting.filter(({ id }) => id > top).map(toRow);
  const latecomers = feed.waiting.filter(({ id }) => id < top);
  return latecomers.reduce(restore, { ...feed, rows: [...news, ...feed.rows], waiting: [] });
}

/** One's own bark shows at once, on its way. */
export function addOwn(feed: Feed, key: string, text: string, author: Viewer): Feed {
  return { ...feed, rows: [{ kind: "sending", key, text, author }, ...feed.rows] };
}

/** One's own bark arrived at the server (and perhaps here, live, before its answer). */
export function settleOwn(feed: Feed, key: string, status: Status): Feed {
  const waiting = feed.waiting.filter(({ id }) => id !== status.id);
  const others = feed.rows.filter((row) => row.key !== status.id);
  return { ...feed, waiting, rows: others.map((row) => (row.key === key ? toRow(status) : row)) };
}

/** A bark is gone: deleted, or taken back by its author here. */
export function withdraw(feed: Feed, id: string): Feed {
  return {
    ...feed,
    rows: feed.rows.filter((row) => row.key !== id),
    waiting: feed.waiting.filter((status) => status.id !== id),
  };
}

/** Something may be missing above all that is shown. */
export function openGap(feed: Feed): Feed {
  if (feed.rows[0]?.kind === "gap") return feed;
  return { ...feed, rows: [{ kind: "gap", key: `gap-${feed.rows[0]?.key ?? "top"}` }, ...feed.rows] };
}

/** The id of the newest bark below a gap: what filling it reads down to. */
export function below(feed: Feed, gapKey: string): string | null {
  const at = feed.rows.findIndex((row) => row.key === gapKey);
  return feed.rows.slice(at + 1).find((row) => row.kind === "bark")?.key ?? null;
}

/** A gap is filled with what was missing there. */
export function fillGap(feed: Feed, gapKey: string, statuses: Status[]): Feed {
  const there = new Set(feed.rows.map((row) => row.key));
  const missing = statuses.filter(({ id }) => !there.has(id)).map(toRow);
  const shown = new Set(statuses.map(({ id }) => id));
  const rows = feed.rows.flatMap((row) => (row.key === gapKey ? missing : [row]));
  return { ...feed, rows, waiting: feed.waiting.filter(({ id }) => !shown.has(id)) };
}

/**
 * A remembered feed meets the newest page: what is newer waits; where the page does not reach down
 * to what was remembered, something may be missing, and the feed says so.
 */
export function rejoin(remembered: Feed, newest: Status[]): Feed {
  const top = remembered.rows.find((row) => row.kind === "bark")?.key;
  if (top === undefined) return begin(newest, false);
  const meets = newest.length === 0 || newest.some(({ id }) => id <= top);
  const joined = newest.filter(({ id }) => id > top).reduceRight(arrive, remembered);
  return meets ? joined : openGap(joined);
}

/** A bark whose deletion was undone comes back to where it was, by its id. */
export function restore(feed: Feed, status: Status): Feed {
  if (known(feed).has(status.id)) return feed;
  const at = feed.rows.findIndex((row) => row.kind === "bark" && row.key < status.id);
  const place = at < 0 ? feed.rows.length : at;
  return { ...feed, rows: [...feed.rows.slice(0, place), toRow(status), ...feed.rows.slice(place)] };
}
