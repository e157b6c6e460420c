import type { JobMessage } from "@/lib/delivery/schema";
import { notify } from "@/lib/notifications/writes";
import { queuePushes } from "@/lib/push/queue";
import { countTrends } from "@/lib/trends/writes";
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
 * Applies the effects of a committed job. Idempotent, so that a job may be delivered again after a crash.
 */
export async function deliver(job: JobMessage): Promise<void> {
  const timelines = inOrder(job, (each) => effects[each.kind](each));
  await Promise.all([timelines, notify(job).then(queuePushes), countTrends(job), countPopular(job)]);
}
