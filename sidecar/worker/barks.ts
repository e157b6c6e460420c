import { barkViews, readNeutral } from "@/lib/barks/reads";
import type { Status } from "@/lib/barks/schema";
import { purgeBark } from "@/lib/barks/writes";
import type { HandedJob } from "@/lib/delivery/schema";
import { estrangedFrom, followerIds } from "@/lib/people/reads";
import { rebarksOf } from "@/lib/reactions/reads";
import { announceChange } from "@/lib/realtime/stream";
import type { LiveEvent } from "@/lib/realtime/events";
import type { Entry } from "@/lib/timelines/graph";
import { reviseBark, showBark, withdrawBark } from "@/lib/timelines/writes";

/** People served by one script call: long enough to be worth the trip, short enough not to block Redis. */
const CHUNK = 300;

type Effect = (job: HandedJob) => Promise<void>;

/** What new, edited and deleted barks and rebarks do to timelines, and to who watches them. */
export const barkEffects = {
  async bark({ actorId, subjectId, status }) {
    const bark = status ?? (await fresh(subjectId));
    // Deleted before it was delivered: there is nothing to show.
    if (!bark) return;
    await spread({ id: subjectId }, bark, actorId);
    await announce("counts", [bark.in_reply_to_id, bark.quote?.quoted_status?.id]);
  },
  async rebark({ actorId, subjectId, of, status }) {
    const rebark = status ?? (await fresh(subjectId));
    if (!rebark || !of) return;
    await spread({ id: subjectId, of }, rebark, actorId);
    await announce("counts", [of]);
  },
  async unrebark({ actorId, subjectId, undoes }) {
    if (!undoes) return;
    await withdraw({ id: undoes, of: subjectId }, actorId);
    await announce("counts", [subjectId]);
  },
  async edit({ actorId, subjectId }) {
    const bark = await fresh(subjectId);
    if (!bark) return;
    const event: LiveEvent = { type: "bark:edited", status: bark };
    for (const { entry, by } of [{ entry: { id: subjectId }, by: actorId }, ...(await rebarksOf(subjectId))]) {
      await inChunks(await audience(by), (chunk) => reviseBark(entry, event, chunk));
    }
    await announce("edited", [subjectId]);
  },
  async delete({ actorId, subjectId, of }) {
    await withdraw({ id: subjectId }, actorId);
    for (const { entry, by } of await rebarksOf(subjectId)) await withdraw(entry, by);
    await purgeBark(subjectId);
    await announce("deleted", [subjectId]);
    await announce("counts", [of]);
  },
} satisfies Record<string, Effect>;

/**
 * Puts a bark or rebark into the timelines of its author and of who follows them, and tells those who are connected:
 * but not those who mute or block, or are blocked by, its author or whom it passes on. What such a person wrote is
 * left out where it is only quoted.
 */
async function spread(entry: Entry, status: Status, authorId: string): Promise<void> {
  const quoted = status.quote?.quoted_status ?? null;
  const original = status.reblog?.account.id ?? authorId;
  const [people, away, awayFromQuoted] = await Promise.all([
    audience(authorId, status.reblog !== null),
    estrangedFrom([authorId, original]),
    quoted ? estrangedFrom([quoted.account.id]) : new Set<string>(),
  ]);
  const told = people.filter((id) => !away.has(id) && !awayFromQuoted.has(id));
  await inChunks(told, (chunk) => showBark(entry, { type: "bark", status }, chunk));
  await inChunks(
    people.filter((id) => away.has(id)),
    (chunk) => showBark(entry, null, chunk),
  );
  if (!status.quote || awayFromQuoted.size === 0) return;
  const without: Status = { ...status, quote: { ...status.quote, state: "unauthorized", quoted_status: null } };
  const spared = people.filter((id) => !away.has(id) && awayFromQuoted.has(id));
  await inChunks(spared, (chunk) => showBark(entry, { type: "bark", status: without }, chunk));
}

async function withdraw(entry: Entry, authorId: string): Promise<void> {
  await inChunks(await audience(authorId), (chunk) => withdrawBark(entry, chunk));
}

/** The author comes first: their other devices wait for what they just wrote. */
async function audience(authorId: string, rebarks = false): Promise<string[]> {
  return [authorId, ...(await followerIds(authorId, { rebarks }))];
}

/** Not from memory: what it remembers may be older than the job. */
async function fresh(id: string): Promise<Status | undefined> {
  barkViews().forget(id);
  return (await readNeutral(null, [id]))[0];
}

async function announce(what: "counts" | "edited" | "deleted", ids: (string | null | undefined)[]): Promise<void> {
  await Promise.all(ids.map(async (id) => id && announceChange(id, what)));
}

async function inChunks(people: string[], serve: (chunk: string[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < people.length; from += CHUNK) await serve(people.slice(from, from + CHUNK));
}
