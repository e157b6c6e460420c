import { z } from "zod";
import type { Status } from "@/lib/barks/schema";
import type { LiveEvent } from "@/lib/realtime/events";
import type { Traced } from "@/lib/tracing";

/**
 * A committed fact whose effects are still to come: who (`actorId`) did what to which bark or person (`subjectId`).
 * `poll` is the end of a poll; of a `strike`, the actor is the person whom it is against.
 * The outbox entry in the graph is authoritative; a job is its copy in the queue.
 */
export const Job = z.object({
  outboxId: z.string(),
  kind: z.enum([
    ...(["bark", "edit", "delete", "poll"] as const),
    ...(["rebark", "unrebark", "like", "unlike", "react", "unreact"] as const),
    ...(["follow", "unfollow", "ask", "authorize", "reject", "block", "unblock"] as const),
    "strike",
  ]),
  actorId: z.string(),
  subjectId: z.string(),
  /** For a bark or rebark, whose outbox entry has its id: the author's previous one. */
  after: z.string().nullish(),
  /** For a rebark: the rebarked bark. For a deletion: the parent. */
  of: z.string().nullish(),
  /** For a deletion: the quoted bark; who could see the deleted one, and its topics. */
  quoted: z.string().nullish(),
  audience: z.string().nullish(),
  topics: z.array(z.string()).nullish(),
  /** The id of the like, reaction or rebark that this undoes. */
  undoes: z.string().nullish(),
  /** The emoji of a reaction. */
  emoji: z.string().nullish(),
});
export type Job = z.infer<typeof Job>;

/** A job as it is queued: that of a new bark includes the rendered bark, which saves the worker a read. */
export type JobMessage = Job & Traced & { status?: Status };

/** A message to the gateways, sent once for all connected people of a chunk. */
export interface WakeUp {
  /** Person → the id of the event before this one, and of this one, in their live stream. */
  to: Record<string, [before: string, id: string]>;
  /** Null when the event differs per person and has to be read from each stream. */
  event: (LiveEvent & Traced) | null;
}

/** The state of a Redis run at some moment. */
export const RedisRun = z.object({
  /** Identifies the data set; another epoch means that what was delivered before is lost. */
  epoch: z.string(),
  /** The id that Redis gives to this run of its process. */
  run: z.string(),
  /** When (Unix ms) a worker last found it healthy. */
  pulse: z.number(),
});
export type RedisRun = z.infer<typeof RedisRun>;
