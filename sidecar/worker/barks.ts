import { barkViews, readNeutral } from "@/lib/barks/reads";
import type { Status } from "@/lib/barks/schema";
import { purgeBark } from "@/lib/barks/writes";
import type { HandedJob } from "@/lib/delivery/schema";
import { rebarksOf } from "@/lib/reactions/reads";
import { announceChange } from "@/lib/realtime/stream";
import type { Entry } from "@/lib/timelines/graph";
import { withoutQuote } from "@/lib/timelines/rules";
import { reviseBark, showBark, withdrawBark } from "@/lib/timelines/writes";
import { audienceOf, everyReaderOf, inChunks } from "@/sidecar/worker/audience";

type Effect = (job: HandedJob) => Promise<void>;

/** What new, edited and deleted barks and rebarks do to timelines, and to who watches them. */
export const barkEffects = {
  async bark({ subjectId, status }) {
    const bark = status ?? (await fresh(subjectId));
    // Deleted before it was delivered: there is nothing to show.
    if (!bark) return;
    await spread({ id: subjectId }, bark);
    await announce("counts", [bark.in_reply_to_id, bark.quote?.quoted_status?.id]);
  },
  async rebark({ subjectId, of, status }) {
    const rebark = status ?? (await fresh(subjectId));
    if (!rebark || !of) return;
    await spread({ id: subjectId, of }, rebark);
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

/** Puts a bark or rebark into the timelines of its author and of who follows them, and tells those who are to hear. */
async function spread(entry: Entry, status: Status): Promise<void> {
  const { whole, unquoted, silent } = await audienceOf(status);
  await inChunks(whole, (chunk) => showBark(entry, { type: "bark", status }, chunk));
  await inChunks(unquoted, (chunk) => showBark(entry, { type: "bark", status: withoutQuote(status) }, chunk));
  // It is there if they think again: a timeline has no holes.
  await inChunks(silent, (chunk) => showBark(entry, null, chunk));
}

/** Tells those who have an entry, a bark or a rebark of it, what the bark says now. */
async function revise(entry: Entry, shown: Status, bark: Status): Promise<void> {
  const { whole, unquoted } = await audienceOf(shown);
  await inChunks(whole, (chunk) => reviseBark(entry, { type: "bark:edited", status: bark }, chunk));
  await inChunks(unquoted, (chunk) => reviseBark(entry, { type: "bark:edited", status: withoutQuote(bark) }, chunk));
}

async function withdraw(entry: Entry, authorId: string): Promise<void> {
  await inChunks(await everyReaderOf(authorId), (chunk) => withdrawBark(entry, chunk));
}

/** Not from memory: what it remembers may be older than the job. */
async function fresh(id: string): Promise<Status | undefined> {
  barkViews().forget(id);
  return (await readNeutral(null, [id]))[0];
}

async function announce(what: "counts" | "edited" | "deleted", ids: (string | null | undefined)[]): Promise<void> {
  await Promise.all(ids.map(async (id) => id && announceChange(id, what)));
}
