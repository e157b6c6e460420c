import { factsOf, type Facts } from "@/lib/effects/reads";
import type { JobMessage } from "@/lib/delivery/schema";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import {
  buildPopular,
  dropPopular,
  expireActs,
  findMiscounted,
  recount,
  recordActs,
  sampleCounted,
  targetsOf,
} from "@/lib/popular/writes";

/** Number of the most popular barks, and of others, that are compared with the graph each time. */
const SAMPLE = 20;
/** Recent acts may still be in delivery, so differences are checked again after this long (ms). */
const RECHECK_MS = 5_000;

/** Updates the popularity of the barks that a job is about. Idempotent. */
export async function countPopular(job: JobMessage, { acts }: Facts = factsOf(job)): Promise<void> {
  const { actorId, subjectId } = job;
  switch (job.kind) {
    case "like":
    case "unlike":
    case "react":
    case "unreact":
    case "unrebark":
      return recordActs(subjectId, actorId, await acts);
    case "rebark":
      return job.of ? recordActs(job.of, actorId, await acts) : undefined;
    case "bark":
      return recordAll(job.status ? mentionedIn(job.status) : await targetsOf(subjectId), actorId);
    case "delete":
      await dropPopular(subjectId);
      return recordAll([job.of, job.quoted], actorId);
    default:
      return;
  }
}

const mentionedIn = ({ in_reply_to_id, quote }: NonNullable<JobMessage["status"]>) => [
  in_reply_to_id,
  quote?.quoted_status?.id,
];

async function recordAll(barkIds: (string | null | undefined)[], personId: string): Promise<void> {
  for (const barkId of barkIds) if (barkId) await recordActs(barkId, personId);
}

/** Expires acts older than an hour, and rebuilds popularity if Redis has none. To be called every second. */
export async function keepPopular(worker: string): Promise<void> {
  await expireActs();
  const found = await buildPopular(worker);
  if (found !== null) log().info({ found }, "popularity was rebuilt from the graph");
}

/** Compares a sample of popularity counts with the graph and repairs differences, which should not exist. */
export async function reconcilePopular(): Promise<void> {
  const suspects = await findMiscounted(await sampleCounted(SAMPLE));
  if (suspects.length === 0) return;
  await new Promise((resolve) => setTimeout(resolve, RECHECK_MS).unref());
  const wrong = await findMiscounted(suspects);
  if (wrong.length === 0) return;
  for (const barkId of wrong) await recount(barkId);
  metrics().drift.inc({ what: "popularity" }, wrong.length);
  log().warn({ barks: wrong.length }, "popularity counts were repaired");
}
