import { barkViews, readNeutral } from "@/lib/barks/reads";
import type { Status } from "@/lib/barks/schema";
import { purgeBark } from "@/lib/barks/writes";
import type { HandedJob } from "@/lib/delivery/schema";
import { env } from "@/lib/env";
import { rebarksOf } from "@/lib/reactions/reads";
import type { LiveEvent } from "@/lib/realtime/events";
import { announceChange } from "@/lib/realtime/stream";
import type { Entry } from "@/lib/timelines/schema";
import { becomeHub, dropOfHub, isOfHub, keepOfHub } from "@/lib/timelines/hubs";
import { withoutQuote } from "@/lib/timelines/rules";
import { reviseBark, showBark, tellOfBark, withdrawBark, type Told } from "@/lib/timelines/writes";
import { serveAudience, serveFollowers } from "@/sidecar/worker/audience";

type Effect = (job: HandedJob) => Promise<void>;

/** What new, edited and deleted barks and rebarks do to timelines, and to who watches them. */
export const barkEffects = {
  async bark({ actorId, subjectId, after = null, status }) {
    const bark = status ?? (await fresh(subjectId));
    // Deleted before it was delivered: there is nothing to show.
    if (!bark) return;
    await spread({ id: subjectId, authorId: actorId, after }, bark);
    await announce("counts", [bark.in_reply_to_id, bark.quote?.quoted_status?.id]);
  },
  async rebark({ actorId, subjectId, of, after = null, status }) {
    const rebark = status ?? (await fresh(subjectId));
    if (!rebark || !of) return;
    await spread({ id: subjectId, of, authorId: actorId, after }, rebark);
    await announce("counts", [of]);
  },
  async unrebark({ actorId, subjectId, undoes }) {
    if (!undoes) return;
    await withdraw({ id: undoes, of: subjectId }, actorId);
    await announce("counts", [subjectId]);
  },
  async edit({ subjectId }) {
    const bark = await fresh(subjectId);
    if (!bark) return;
    const rebarks = (await rebarksOf(subjectId)).map(({ entry }) => entry);
    const shown = await readNeutral(
      null,
      rebarks.map(({ id }) => id),
    );
    await revise({ id: subjectId }, bark, bark);
    for (const rebark of shown) await revise({ id: rebark.id, of: subjectId }, rebark, bark);
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
 * Puts a bark or rebark into the timelines of its author and of who follows them, and tells those who are to hear. A
 * hub's is kept once, and merged into timelines when they are read.
 */
async function spread(entry: Told, status: Status): Promise<void> {
  const { id, followers_count: followers } = status.account;
  const events = { whole: eventOf(status), unquoted: eventOf(withoutQuote(status)) };
  // Their other devices wait for what they just did, but their followers not for these.
  const own = showBark(entry, events.whole, [id]);
  own.catch(() => undefined);
  if (followers >= env().BARKER_HUB_FOLLOWERS) {
    await becomeHub(id, (serve) => serveFollowers(id, serve));
    await keepOfHub(id, entry);
    await serveAudience(status, async ({ whole, unquoted }) => {
      await tellOfBark(entry, events.whole, whole);
      await tellOfBark(entry, events.unquoted, unquoted);
    });
  } else {
    await serveAudience(status, async ({ whole, unquoted, silent }) => {
      if (whole.length > 0) await showBark(entry, events.whole, whole);
      if (unquoted.length > 0) await showBark(entry, events.unquoted, unquoted);
      // It is there if they think again: a timeline has no holes.
      if (silent.length > 0) await showBark(entry, null, silent);
    });
  }
  await own;
}

const eventOf = (status: Status): LiveEvent => ({ type: "bark", status });

/** Tells those who have an entry, a bark or a rebark of it, what the bark says now. */
async function revise(entry: Entry, shown: Status, bark: Status): Promise<void> {
  const merged = await isOfHub(shown.account.id, entry);
  const tell = (said: Status, people: string[]) =>
    reviseBark(entry, { type: "bark:edited", status: said }, people, merged);
  await tell(bark, [shown.account.id]);
  await serveAudience(shown, async ({ whole, unquoted }) => {
    await tell(bark, whole);
    await tell(withoutQuote(bark), unquoted);
  });
}

async function withdraw(entry: Entry, authorId: string): Promise<void> {
  const merged = await isOfHub(authorId, entry);
  await withdrawBark(entry, [authorId], merged);
  await serveFollowers(authorId, (people) => withdrawBark(entry, people, merged));
  // Last: whoever does this anew still has to know that it was a hub's.
  await dropOfHub(authorId, entry);
}

/** Not from memory: what it remembers may be older than the job. */
async function fresh(id: string): Promise<Status | undefined> {
  barkViews().forget(id);
  return (await readNeutral(null, [id]))[0];
}

async function announce(what: "counts" | "edited" | "deleted", ids: (string | null | undefined)[]): Promise<void> {
  await Promise.all(ids.map(async (id) => id && announceChange(id, what)));
}
