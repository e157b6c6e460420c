import { z } from "zod";
import { flagged, withStates } from "@/lib/barks/flags";
import { BarkRow, RebarkRow, RetractedRow, VersionRow, ViewerState, type Status } from "@/lib/barks/schema";
import {
  EVERYBODY,
  present,
  toBarkView,
  toRebarkView,
  toVersionView,
  type Parts,
  type EntryView,
} from "@/lib/barks/view";
import { loader } from "@/lib/loader";
import { read, readTogether, IdRow } from "@/lib/neo4j";
import { viewerRelationships } from "@/lib/people/reads";
import type { ViewerRelationship } from "@/lib/people/schema";
import { sharedLoader } from "@/lib/redis/cache-invalidation";
import { singleton } from "@/lib/singleton";

/**
 * Loads barks and rebarks without a viewer's own fields, cached for a second. A change invalidates the bark in this
 * process at once; other processes are notified of edits and deletions, and see new counters within that second.
 */
export const barkViews = singleton("bark-views", () =>
  sharedLoader<EntryView>("barks", {
    ttl: 1_000,
    size: 5_000,
    load: async (ids) => {
      const unique = [...new Set(ids)];
      const barks = await read("barks/by_id", { ids: unique }, BarkRow);
      const views = new Map<string, EntryView>(barks.map((row) => [row.bark.id, toBarkView(row)]));
      const others = unique.filter((id) => !views.has(id));
      const rebarks = others.length > 0 ? await read("barks/rebarks_by_id", { ids: others }, RebarkRow) : [];
      for (const row of rebarks) views.set(row.rebark.id, toRebarkView(row));
      return views;
    },
  }),
);

const StateRow = z.object({ state: ViewerState });

/** Earlier versions by "id number". They never change. */
const versionRows = singleton("bark-versions", () =>
  loader<VersionRow>({
    ttl: 60_000,
    size: 2_000,
    load: async (keys) => {
      const rows = await read("barks/version_by_number", { keys: keys.map((key) => key.split(" ")) }, VersionRow);
      return new Map(rows.map((row) => [`${row.id} ${row.version.n}`, row]));
    },
  }),
);

/**
 * Barks and rebarks by id as the viewer sees them, in the order of `ids`: with all counters, the viewer's own flags,
 * and their quotes and originals. Deleted, hidden and unknown ones are left out.
 * @param viewerId null when signed out
 * @param passedOn the originals of rebarks among `ids`, where known: it saves a round trip
 */
export async function readStatuses(viewerId: string | null, ids: string[], passedOn: string[] = []): Promise<Status[]> {
  if (ids.length === 0) return [];
  const parts = await gather(viewerId, [...ids, ...passedOn]);
  return ids.flatMap((id) => present(id, parts) ?? []);
}

/**
 * The same with all of the viewer's own flags false, as live events carry them.
 * @param viewerId null when everybody it is sent to is known to be allowed to read it
 */
export async function readWithoutViewer(viewerId: string | null, ids: string[]): Promise<Status[]> {
  if (ids.length === 0) return [];
  const parts = await gather(viewerId ?? EVERYBODY, ids, false);
  return ids.flatMap((id) => present(id, parts) ?? []);
}

/** A status of a live event, with the viewer's own flags. */
export async function withOwnFlags(viewerId: string, status: Status): Promise<Status> {
  return withStates(status, await statesOf(viewerId, flagged(status)), viewerId);
}

/**
 * A bark right after its viewer liked it, or took the like back: as it was read for that, with what the change returned.
 * @param likes the number of its likes now
 */
export async function readLiked(
  viewerId: string,
  id: string,
  likes: number,
  state: ViewerState,
): Promise<Status | null> {
  const parts = await gather(viewerId, [id], false);
  const view = parts.views.get(id);
  if (view?.kind === "bark") parts.views.set(id, { ...view, status: { ...view.status, favourites_count: likes } });
  return present(id, { ...parts, states: new Map([[id, state]]) });
}

/** One bark or rebark: `"deleted"` when its author deleted it, null when there is none for this viewer. */
export async function readStatus(viewerId: string | null, id: string): Promise<Status | "deleted" | null> {
  const [status] = await readStatuses(viewerId, [id]);
  if (status) return status;
  const [deleted] = await read("barks/is_deleted", { id }, IdRow);
  return deleted ? "deleted" : null;
}

/** The tombstone of a bark that this person deleted: no text, but author and time. Null if it was not theirs. */
export async function readRetracted(personId: string, id: string): Promise<Status | null> {
  const [row] = await read("barks/retracted", { personId, id }, RetractedRow);
  if (!row) return null;
  const nothing = { likes: 0, rebarks: 0, replies: 0, quotes: 0 };
  const left = {
    ...row,
    mentions: [],
    media: [],
    replyTo: null,
    quotes: null,
    poll: null,
    counts: nothing,
    reactions: [],
  };
  return { ...toBarkView(left).status, reblog: null };
}

/**
 * Resolves what the barks refer to step by step, mostly from the cache, and then all of the viewer's own data at once.
 * (Querying the viewer's part with each step would cost a cached page a second round trip.)
 */
async function gather(viewerId: Parts["viewerId"], ids: string[], flags = true): Promise<Parts> {
  const person = typeof viewerId === "string" ? viewerId : null;
  const views = new Map<string, EntryView>();
  await collect(views, ids);
  const originals = [...views.values()].flatMap((view) => (view.kind === "rebark" ? [view.of] : []));
  await collect(views, [...originals, ...quotedBy(views), ...answeredBy(views, ids)]);
  if (originals.length > 0) await collect(views, [...quotedBy(views, originals), ...answeredBy(views, originals)]);
  const [versions, states, known] = await Promise.all([
    readVersions(views),
    person !== null && flags ? readStates(person, views) : new Map<string, ViewerState>(),
    person !== null
      ? viewerRelationships(person, [...views.values()].map(authorOf))
      : new Map<string, ViewerRelationship>(),
  ]);
  return { viewerId, views, versions, states, relationships: known };
}

async function collect(views: Map<string, EntryView>, ids: string[]): Promise<void> {
  const wanted = [...new Set(ids)].filter((id) => !views.has(id));
  if (wanted.length === 0) return;
  const found = await barkViews().getMany(wanted);
  wanted.forEach((id, index) => found[index] && views.set(id, found[index]));
}

function quotedBy(views: Map<string, EntryView>, ids = [...views.keys()]): string[] {
  return ids.flatMap((id) => {
    const view = views.get(id);
    return view?.kind === "bark" && view.quotes ? [view.quotes.id] : [];
  });
}

function answeredBy(views: Map<string, EntryView>, ids: string[]): string[] {
  return ids.flatMap((id) => {
    const view = views.get(id);
    return view?.kind === "bark" ? (view.status.in_reply_to_id ?? []) : [];
  });
}

function authorOf(view: EntryView): string {
  return view.kind === "bark" ? view.status.account.id : view.account.id;
}

/** The quoted versions that are no longer the newest. */
async function readVersions(views: Map<string, EntryView>): Promise<Parts["versions"]> {
  const wanted = [...views.values()].flatMap((view) => {
    if (view.kind !== "bark" || !view.quotes) return [];
    const quoted = views.get(view.quotes.id);
    const old = quoted?.kind === "bark" && quoted.status.version > view.quotes.version;
    return old ? [{ key: `${view.quotes.id} ${view.quotes.version}`, now: quoted.status }] : [];
  });
  const rows = await versionRows().getMany(wanted.map(({ key }) => key));
  return new Map(wanted.flatMap(({ key, now }, at) => (rows[at] ? [[key, toVersionView(now, rows[at])]] : [])));
}

async function readStates(viewerId: string, views: Map<string, EntryView>): Promise<Parts["states"]> {
  const ids = [...views].flatMap(([id, view]) => (view.kind === "bark" ? [id] : []));
  return ids.length === 0 ? new Map() : statesOf(viewerId, ids);
}

async function statesOf(viewerId: string, ids: string[]): Promise<Map<string, ViewerState>> {
  const rows = await readTogether("barks/viewer_state", { viewerId, ids }, StateRow);
  return new Map(rows.map(({ state }) => [state.id, state]));
}

/** How many barks wait for the staff. */
export async function heldCount(): Promise<number> {
  const [row] = await read("held/count", {}, z.object({ count: z.number() }));
  return row?.count ?? 0;
}
