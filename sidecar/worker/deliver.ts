import type { JobMessage } from "@/lib/delivery/schema";
import { notify } from "@/lib/notifications/writes";
import { queuePushes } from "@/lib/push/queue";
import { noteTrends } from "@/lib/trends/writes";
import { barkEffects } from "@/sidecar/worker/barks";
import { inOrder } from "@/sidecar/worker/order";
import { moderationEffects } from "@/sidecar/worker/moderation";
import { countPopular } from "@/sidecar/worker/popular";
import { reactionEffects } from "@/sidecar/worker/reactions";

const effects: Record<JobMessage["kind"], (job: JobMessage) => Promise<void>> = {
  ...barkEffects,
  ...reactionEffects,
  ...moderationEffects,
};

/**
 * Makes the effects of one committed job happen. Running it again changes nothing, so a job may be
 * delivered as often as crashes make it necessary.
 */
export async function deliver(job: JobMessage): Promise<void> {
  const spread = inOrder(job, (each) => effects[each.kind](each));
  await Promise.all([spread, notify(job).then(queuePushes), noteTrends(job), countPopular(job)]);
}
