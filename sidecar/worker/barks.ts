import { barkViews, readWithoutViewer } from "@/lib/barks/reads";
import type { Status } from "@/lib/barks/schema";
import { purgeBark } from "@/lib/barks/writes";
import type { Facts } from "@/lib/effects/reads";
import type { JobMessage } from "@/lib/delivery/schema";
import { env } from "@/lib/env";
import { rebarksOf } from "@/lib/reactions/reads";
import type { LiveEvent } from "@/lib/realtime/events";
import { announceBarkChange, broadcast } from "@/lib/realtime/writes";
import type { TimelineEntry } from "@/lib/timelines/schema";
import {
  markHighFollower,
  deliverEdit,
  deliverBark,
  deliverLiveOnly,
  deliverDeletion,
  type Told,
} from "@/lib/timelines/writes";
import { dropCachedRecent, isCachedRecent, cacheRecent } from "@/lib/timelines/cache";
import { peopleIn, quotedIn, withoutQuote } from "@/lib/timelines/rules";
import { topicReaders } from "@/lib/topics/reads";
import { CHUNK, forEachAudienceChunk, forEachFollowerChunk, type Audience } from "@/sidecar/worker/audience";

type Effect = (job: JobMessage, facts?: Facts) => Promise<void>;

/** Effects of new, edited and deleted barks and rebarks on timelines and on clients that watch them. */
export const barkEffects = {
  async bark({ actorId, subjectId, after = null, status }, facts) {
    const bark = status ?? (await readCurrent(subjectId));
    // It was deleted before its delivery.
    if (!bark) return;
    const told = { id: subjectId, authorId: actorId, after };
    await fanOut(told, bark, facts?.recipients);
    await Promise.all([tellTopicReaders(told, bark), broadcast(subjectId, { type: "bark", status: bark })]);
    await announce("counts", [bark.in_reply_to_id, bark.quote?.quoted_status?.id]);
  },
  async rebark({ actorId, subjectId, of, after = null, status }) {
    const rebark = status ?? (await readCurrent(subjectId));
    if (!rebark || !of) return;
    await fanOut({ id: subjectId, of, authorId: actorId, after }, rebark);
    await broadcast(subjectId, { type: "bark", status: rebark });
    await announce("counts", [of]);
  },
  async unrebark({ actorId, subjectId, undoes }) {
    if (!undoes) return;
    await fanOutDeletion({ id: undoes, of: subjectId }, actorId);
    await broadcastDeletion(undoes, [actorId]);
    await announce("counts", [subjectId]);
  },
  async edit({ subjectId }) {
    const bark = await readCurrent(subjectId);
    if (!bark) return;
    const rebarks = (await rebarksOf(subjectId)).map(({ entry }) => entry);
    const shown = await readWithoutViewer(
      null,
      rebarks.map(({ id }) => id),
    );
    await fanOutEdit({ id: subjectId }, bark, bark);
    for (const rebark of shown) await fanOutEdit({ id: rebark.id, of: subjectId }, rebark, bark);
    const by = [bark.account.id, ...shown.map(({ account }) => account.id)];
    await broadcast(subjectId, { type: "bark:edited", status: bark, by });
    await announce("edited", [subjectId]);
  },
  async delete({ actorId, subjectId, of, audience, topics }) {
    await fanOutDeletion({ id: subjectId }, actorId);
    const isPublic = audience === "public";
    await broadcastDeletion(subjectId, [actorId], { isPublic, topics: isPublic ? (topics ?? []) : [] });
    for (const { entry, by } of await rebarksOf(subjectId)) {
      await fanOutDeletion(entry, by);
      await broadcastDeletion(entry.id, [by]);
    }
    await purgeBark(subjectId);
    await announce("deleted", [subjectId]);
    await announce("counts", [of]);
  },
} satisfies Record<string, Effect>;

/**
 * Adds a bark or rebark to the timelines of its author and their followers, and sends live events. An entry of a
 * high-follower author is cached once instead, and merged into timelines when these are read.
 */
async function fanOut(entry: Told, status: Status, recipients: Facts["recipients"] = null): Promise<void> {
  const { id, followers_count: followers } = status.account;
  const events = { full: eventOf(status), withoutQuote: eventOf(withoutQuote(status)) };
  // The author's own devices get it in parallel, so that the fan-out does not wait for them.
  const own = deliverBark(entry, events.full, [id]);
  own.catch(() => undefined);
  if (followers >= env().BARKER_HUB_FOLLOWERS) {
    await markHighFollower(id, (serve) => forEachFollowerChunk(id, serve));
    await cacheRecent(id, entry);
    await forEachAudienceChunk(status, async ({ full, withoutQuote: partly }) => {
      await deliverLiveOnly(entry, events.full, full);
      await deliverLiveOnly(entry, events.withoutQuote, partly);
    });
  } else {
    const serve = async ({ full, withoutQuote: partly, none }: Audience) => {
      if (full.length > 0) await deliverBark(entry, events.full, full);
      if (partly.length > 0) await deliverBark(entry, events.withoutQuote, partly);
      // Added without an event: timelines are complete, and mutes are applied when they are read.
      if (none.length > 0) await deliverBark(entry, null, none);
    };
    await forEachAudienceChunk(status, serve, recipients);
  }
  await own;
}

/** Sends a public bark live to those who follow one of its topics and not its author; their Home merges it on read. */
async function tellTopicReaders(entry: Told, status: Status): Promise<void> {
  if (status.visibility !== "public" || status.tags.length === 0 || status.account.limited) return;
  const quoted = quotedIn(status);
  const readers = await topicReaders(status.id, [...peopleIn(status), ...(quoted ? [quoted.account.id] : [])]);
  for (let from = 0; from < readers.length; from += CHUNK)
    await deliverLiveOnly(entry, eventOf(status), readers.slice(from, from + CHUNK));
}

const eventOf = (status: Status): LiveEvent => ({ type: "bark", status });

/** Sends an edited bark to those who have the entry, the bark or a rebark of it, in their timeline. */
export async function fanOutEdit(entry: TimelineEntry, shown: Status, bark: Status): Promise<void> {
  const merged = await isCachedRecent(shown.account.id, entry);
  const tell = (said: Status, people: string[]) =>
    deliverEdit(entry, { type: "bark:edited", status: said }, people, merged);
  await tell(bark, [shown.account.id]);
  await forEachAudienceChunk(shown, async ({ full, withoutQuote: partly }) => {
    await tell(bark, full);
    await tell(withoutQuote(bark), partly);
  });
}

async function fanOutDeletion(entry: TimelineEntry, authorId: string): Promise<void> {
  const merged = await isCachedRecent(authorId, entry);
  await deliverDeletion(entry, [authorId], merged);
  await forEachFollowerChunk(authorId, (people) => deliverDeletion(entry, people, merged));
  // Last, because a redelivery must still find out that the entry was cached.
  await dropCachedRecent(authorId, entry);
}

/** Tells streams that are not of one person of a deletion. Nobody but `by`'s lists had what was not public. */
async function broadcastDeletion(id: string, by: string[], where = { isPublic: false, topics: [] as string[] }) {
  await broadcast(id, { type: "bark:deleted", id, by, ...where });
}

/** Reads a bark past this process' cache, which may be older than the job. */
async function readCurrent(id: string): Promise<Status | undefined> {
  barkViews().forget(id);
  return (await readWithoutViewer(null, [id]))[0];
}

async function announce(what: "counts" | "edited" | "deleted", ids: (string | null | undefined)[]): Promise<void> {
  await Promise.all(ids.map(async (id) => id && announceBarkChange(id, what)));
}
