import { z } from "zod";
import type { Status } from "@/lib/barks/schema";
import type { LiveEvent } from "@/lib/realtime/events";

/**
 * A committed fact whose effects are still to come: who (`actorId`) did what to which bark or
 * person (`subjectId`). The entry in the outbox is the truth; a job is its copy on the way.
 */
export const Job = z.object({
  outboxId: z.string(),
  kind: z.enum(["bark", "delete", "follow", "unfollow", "ask", "authorize", "reject", "block", "unblock"]),
  actorId: z.string(),
  subjectId: z.string(),
});
export type Job = z.infer<typeof Job>;

/** A job as it travels: a new bark brings its rendering along, which spares the worker a read. */
export type HandedJob = Job & { status?: Status };

/** What the gateways are told, once for all the people of a chunk that are connected there. */
export interface WakeUp {
  /** Person → the id of the event before this one, and of this one, in their live stream. */
  to: Record<string, [before: string, id: string]>;
  event: LiveEvent;
}
