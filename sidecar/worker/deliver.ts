import { readBarks } from "@/lib/barks/reads";
import type { HandedJob } from "@/lib/delivery/schema";
import { notify } from "@/lib/notifications/writes";
import type { LiveEvent } from "@/lib/realtime/events";
import { followerIds } from "@/lib/people/reads";
import { showBark, withdrawBark } from "@/lib/timelines/writes";
import { peaceEffects } from "@/sidecar/worker/peace";

/** People served by one script call: long enough to be worth the trip, short enough not to block Redis. */
const CHUNK = 300;

/**
 * Makes the effects of one committed job happen. Running it again changes nothing, so a job may be
 * delivered as often as crashes make it necessary.
 */
export async function deliver(job: HandedJob): Promise<void> {
  await Promise.all([effects[job.kind](job), notify(job)]);
}

const effects: Record<HandedJob["kind"], (job: HandedJob) => Promise<void>> = {
  async bark({ actorId, subjectId, status }) {
    const [people, bark] = await Promise.all([
      audience(actorId),
      status ?? readBarks([subjectId]).then(([found]) => found),
    ]);
    // Deleted before it was delivered: there is nothing to show.
    if (!bark) return;
    const event: LiveEvent = { type: "bark", status: bark };
    await inChunks(people, (chunk) => showBark(subjectId, event, chunk));
  },
  async delete({ actorId, subjectId }) {
    await inChunks(await audience(actorId), (chunk) => withdrawBark(subjectId, chunk));
  },
  ...peaceEffects,
};

/** The author comes first: their other devices wait for what they just wrote. */
async function audience(authorId: string): Promise<string[]> {
  return [authorId, ...(await followerIds(authorId))];
}

async function inChunks(people: string[], serve: (chunk: string[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < people.length; from += CHUNK) await serve(people.slice(from, from + CHUNK));
}
