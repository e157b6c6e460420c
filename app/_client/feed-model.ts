import type { Sending } from "@/app/_client/events";
import type { Status } from "@/lib/barks/schema";

/** A row of a feed: a bark, one that is being sent, or a gap. */
export type FeedItem =
  | { kind: "bark"; key: string; status: Status }
  | { kind: "sending"; key: string; sending: Sending }
  | { kind: "gap"; key: string };

/**
 * The rows of a feed, newest first, and the barks that wait behind "5 new barks". Nothing is inserted among the rows
 * unless the reader asks for it.
 */
export interface Feed {
  rows: FeedItem[];
  waiting: Status[];
  /** The rows reach down to the first bark of the list. */
  ended: boolean;
  /** Rows that were removed, each with the keys of its neighbours, so that they can be restored. */
  withdrawn: { status: Status; over?: string | undefined; under?: string | undefined }[];
  /** The address of the next page, for lists that are not ordered by their barks' ids. */
  next?: string | null;
}

const toRow = (status: Status): FeedItem => ({ kind: "bark", key: status.id, status });

export function begin(statuses: Status[], ended: boolean, next?: string | null): Feed {
  return { rows: statuses.map(toRow), waiting: [], ended, withdrawn: [], next };
}

/** The bark that a row shows: its own, or the original of a rebark. */
const barkOf = (status: Status): string => status.reblog?.id ?? status.id;

/** The ids of the rows and of the waiting barks. */
function known(feed: Feed): Set<string> {
  return new Set([...feed.rows.map((row) => row.key), ...feed.waiting.map((status) => status.id)]);
}

/** Adds older barks below. */
export function extend(feed: Feed, statuses: Status[], ended: boolean, next?: string | null): Feed {
  const there = known(feed);
  return { ...feed, rows: [...feed.rows, ...statuses.filter(({ id }) => !there.has(id)).map(toRow)], ended, next };
}

/**
 * A live bark arrived: it waits until the reader asks for it. A known one changes nothing, and neither does one below the
 * loaded part, which is loaded when the reader gets there.
 */
export function arrive(feed: Feed, status: Status): Feed {
  const oldest = feed.rows.findLast((row) => row.kind === "bark")?.key;
  const unloaded = oldest !== undefined && !feed.ended && status.id < oldest;
  if (unloaded || known(feed).has(status.id)) return feed;
  return { ...feed, waiting: [status, ...feed.waiting].toSorted((a, b) => (a.id < b.id ? 1 : -1)) };
}

/** Shows the waiting barks: on top, except for late ones, which are inserted in order. */
export function reveal(feed: Feed): Feed {
  const top = feed.rows.find((row) => row.kind === "bark")?.key ?? "";
  const news = feed.waiting.filter(({ id }) => id > top).map(toRow);
  const latecomers = feed.waiting.filter(({ id }) => id < top);
  const shown: Feed = { ...feed, rows: [...news, ...feed.rows], waiting: [] };
  return latecomers.reduce((before, status) => insert(before, { status }), shown);
}

/** Shows the viewer's new bark at once while it is being sent. */
export function addOwn(feed: Feed, sending: Sending): Feed {
  if (feed.rows.some((row) => row.key === sending.key)) return feed;
  return { ...feed, rows: [{ kind: "sending", key: sending.key, sending }, ...feed.rows] };
}

/** A feed that takes the place of another one, with the barks on top that this one was showing as being sent or waiting. */
export function withSending(next: Feed, before: Feed): Feed {
  const shown = new Set(next.rows.map(({ key }) => key));
  const sending = before.rows.filter(({ kind, key }) => kind === "sending" && !shown.has(key));
  return sending.length === 0 ? next : { ...next, rows: [...sending, ...next.rows] };
}

/** The viewer's new bark arrived at the server (and perhaps here, live, before the answer). */
export function settleOwn(feed: Feed, key: string, status: Status): Feed {
  if (!feed.rows.some((row) => row.key === key)) return feed;
  const waiting = feed.waiting.filter(({ id }) => id !== status.id);
  const others = feed.rows.filter((row) => row.key !== status.id);
  return { ...feed, waiting, rows: others.map((row) => (row.key === key ? toRow(status) : row)) };
}

/** Removes a deleted bark and its rebarks. */
export function withdraw(feed: Feed, id: string): Feed {
  const rest = without(feed, (status) => status.id === id || barkOf(status) === id);
  return { ...rest, rows: rest.rows.filter((row) => row.key !== id) };
}

/** Somebody was muted or blocked: removes their barks and rebarks of these. */
export function hidePerson(feed: Feed, personId: string): Feed {
  return without(feed, isOf(personId));
}

/** The mute or block was undone: restores the rows that it had removed. */
export function showPerson(feed: Feed, personId: string): Feed {
  const back = feed.withdrawn.filter(({ status }) => isOf(personId)(status));
  const rest = { ...feed, withdrawn: feed.withdrawn.filter((row) => !back.includes(row)) };
  return back.reduce(insert, rest);
}

const isOf = (personId: string) => (status: Status) =>
  status.account.id === personId || status.reblog?.account.id === personId;

function without(feed: Feed, goes: (status: Status) => boolean): Feed {
  const leaves = (row: FeedItem) => row.kind === "bark" && goes(row.status);
  const withdrawn = feed.rows.flatMap((row, index) =>
    row.kind === "bark" && goes(row.status)
      ? [{ status: row.status, under: feed.rows[index - 1]?.key, over: feed.rows[index + 1]?.key }]
      : [],
  );
  return {
    ...feed,
    rows: feed.rows.filter((row) => !leaves(row)),
    waiting: feed.waiting.filter((status) => !goes(status)),
    withdrawn: [...feed.withdrawn, ...withdrawn],
  };
}

/** Updates an edited bark in place, also inside rebarks; quotes of it show that it has a newer version. */
export function edit(feed: Feed, edited: Status): Feed {
  const change = (status: Status) => withEdit(status, edited);
  if (![...feed.waiting, ...statusesOf(feed)].some((status) => change(status) !== status)) return feed;
  return {
    ...feed,
    rows: feed.rows.map((row) => (row.kind === "bark" ? { ...row, status: change(row.status) } : row)),
    waiting: feed.waiting.map(change),
  };
}

/** The barks of the rows, including rebarks. */
export function statusesOf(feed: Feed): Status[] {
  return feed.rows.flatMap((row) => (row.kind === "bark" ? [row.status] : []));
}

function withEdit<S extends Status>(status: S, edited: Status): S {
  if (status.reblog?.id === edited.id) return { ...status, reblog: { ...edited, reblog: null } };
  if (status.id === edited.id) return { ...status, ...edited };
  const { quote } = status;
  if (quote?.quoted_status?.id !== edited.id || quote.newer || edited.version <= quote.quoted_version) return status;
  return { ...status, quote: { ...quote, newer: true } };
}

/** Adds a gap above everything that is shown. */
export function openGap(feed: Feed): Feed {
  if (feed.rows[0]?.kind === "gap") return feed;
  return { ...feed, rows: [{ kind: "gap", key: `gap-${feed.rows[0]?.key ?? "top"}` }, ...feed.rows] };
}

/** The id of the newest bark below a gap, down to which it has to be read. */
export function below(feed: Feed, gapKey: string): string | null {
  const at = feed.rows.findIndex((row) => row.key === gapKey);
  return feed.rows.slice(at + 1).find((row) => row.kind === "bark")?.key ?? null;
}

/** Fills a gap, each bark in order: what had waited since before may be older. */
export function fillGap(feed: Feed, gapKey: string, statuses: Status[]): Feed {
  const there = new Set(feed.rows.map((row) => row.key));
  const shown = new Set(statuses.map(({ id }) => id));
  const closed: Feed = {
    ...feed,
    rows: feed.rows.filter((row) => row.key !== gapKey),
    waiting: feed.waiting.filter(({ id }) => !shown.has(id)),
  };
  return statuses.filter(({ id }) => !there.has(id)).reduce((before, status) => insert(before, { status }), closed);
}

/**
 * Merges the newest page into a remembered feed: newer barks wait; where the page does not reach down to the remembered
 * rows, there is a gap.
 */
export function rejoin(remembered: Feed, newest: Status[]): Feed {
  const top = remembered.rows.find((row) => row.kind === "bark")?.key;
  if (top === undefined) return begin(newest, false);
  if (remembered.next !== undefined) return remembered;
  const meets = newest.length === 0 || newest.some(({ id }) => id <= top);
  const joined = newest.filter(({ id }) => id > top).reduceRight(arrive, remembered);
  return meets ? joined : openGap(joined);
}

/** Restores a bark whose deletion was undone, and its rebarks, to their positions. */
export function restore(feed: Feed, status: Status): Feed {
  const back = feed.withdrawn.filter((row) => barkOf(row.status) === status.id);
  const rest = { ...feed, withdrawn: feed.withdrawn.filter((row) => !back.includes(row)) };
  if (back.length === 0) return insert(rest, { status });
  return back.reduce(insert, rest);
}

/** Inserts a bark between its former neighbours, otherwise in order. */
function insert(feed: Feed, { status, over, under }: Feed["withdrawn"][number]): Feed {
  if (known(feed).has(status.id)) return feed;
  const at = (key: string | undefined) => feed.rows.findIndex((row) => row.key === key);
  const older = feed.rows.findIndex((row) => row.kind === "bark" && row.key < status.id);
  const places = [at(under) + 1 || -1, at(over), older];
  const place = places.find((index) => index >= 0) ?? feed.rows.length;
  return { ...feed, rows: [...feed.rows.slice(0, place), toRow(status), ...feed.rows.slice(place)] };
}
