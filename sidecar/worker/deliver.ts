import { deleteBark } from "@/lib/barks/writes";
import { factsOf, type Facts } from "@/lib/effects/reads";
import type { JobMessage } from "@/lib/delivery/schema";
import { notify } from "@/lib/notifications/writes";
import { queuePushes } from "@/lib/push/cache";
import { announceBarkChange } from "@/lib/realtime/writes";
import { barksToDelete } from "@/lib/strikes/reads";
import { countTrends } from "@/lib/trends/writes";
import { barkEffects } from "@/sidecar/worker/barks";
import { queueLinkCard } from "@/sidecar/worker/link-cards";
import { inOrder } from "@/sidecar/worker/order";
import { moderationEffects } from "@/sidecar/worker/moderation";
import { countPopular } from "@/sidecar/worker/popular";

/** Likes, reactions and the end of a poll change no timeline; clients that watch the bark get its new counters. */
const announceCounts = ({ subjectId }: JobMessage) => announceBarkChange(subjectId, "counts");

/** Deletes the barks that a measure of the staff deletes; those that are gone already are left out. */
async function deleteStruckBarks({ subjectId }: JobMessage): Promise<void> {
  for (const { id, authorId } of await barksToDelete(subjectId)) await deleteBark(authorId, id);
}

const effects: Record<JobMessage["kind"], (job: JobMessage, facts?: Facts) => Promise<void>> = {
  ...barkEffects,
  like: announceCounts,
  unlike: announceCounts,
  react: announceCounts,
  unreact: announceCounts,
  poll: announceCounts,
  strike: deleteStruckBarks,
  ...moderationEffects,
};

/**
 * Applies the effects of a committed job. Idempotent, so that a job may be delivered again after a crash.
 */
export async function deliver(job: JobMessage): Promise<void> {
  const facts = factsOf(job);
  // An earlier job of the same author may have to go first.
  const effect = (each: JobMessage) => (each === job ? effects[each.kind](each, facts) : effects[each.kind](each));
  // A bark comes before its card, which changes it where it has arrived.
  const timelines = inOrder(job, effect).then(() => queueLinkCard(job));
  await Promise.all([timelines, notify(job, facts).then(queuePushes), countTrends(job), countPopular(job, facts)]);
}
