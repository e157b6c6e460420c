import { Job } from "@/lib/delivery/schema";
import { notify } from "@/lib/notifications/writes";
import { ask } from "@/testing/graph";

const JOBS = `UNWIND $ids AS id MATCH (o:Outbox {actorId: id}) RETURN o.id AS outboxId, o.kind AS kind,
  o.actorId AS actorId, o.subjectId AS subjectId, o.of AS of, o.undoes AS undoes, o.emoji AS emoji ORDER BY o.id`;

/** The pending outbox jobs of these people, in order. */
export function jobsOf(...people: { id: string }[]): Promise<Job[]> {
  return ask(JOBS, { ids: people.map(({ id }) => id) }, Job);
}

/** Creates the alerts of everything that these people did, as a worker does. */
export async function deliverAlertsOf(...people: { id: string }[]): Promise<void> {
  for (const job of await jobsOf(...people)) await notify(job);
}
