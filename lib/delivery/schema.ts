import { z } from "zod";
import type { Status } from "@/lib/barks/schema";
import type { LiveEvent } from "@/lib/realtime/events";

/**
 * A committed fact whose effects are still to come: who (`actorId`) did what to which bark or
 * person (`subjectId`). The entry in the outbox is the truth; a job is its copy on the way.
 */
export const Job = z.object({
  outboxId: z.string(),
  kind: z.enum([
    ...(["bark", "edit", "delete"] as const),
    ...(["rebark", "unrebark", "like", "unlike", "react", "unreact"] as const),
    ...(["follow", "unfollow", "ask", "authorize", "reject", "block", "unblock"] as const),
  ]),
  actorId: z.string(),
  subjectId: z.string(),
  /** Of a bark or rebark, whose entry has its id: the one that its author made before it. */
  after: z.string().nullish(),
  /** Of a rebark: the bark passed on. Of a deletion: the bark answered. */
  of: z.string().nullish(),
  /** Of a deletion: the bark quoted. */
  quoted: z.string().nullish(),
  /** The id of what this takes back: of a like, a reaction, a rebark. */
  undoes: z.string().nullish(),
  /** What somebody reacted with. */
  emoji: z.string().nullish(),
});
export type Job = z.infer<typeof Job>;

/** A job as it travels: a new bark brings its rendering along, which spares the worker a read. */
export type JobMessage = Job & { status?: Status };

/** What the gateways are told, once for all the people of a chunk that are connected there. */
export interface WakeUp {
  /** Person → the id of the event before this one, and of this one, in their live stream. */
  to: Record<string, [before: string, id: string]>;
  /** Null when it is to be read from each stream, because it is another for everybody. */
  event: LiveEvent | null;
}

/** What Redis was at some moment. */
export const RedisRun = z.object({
  /** Since when it knows what it knows; another one knows nothing of what was delivered before. */
  epoch: z.string(),
  /** Its own id of this run of its process. */
  run: z.string(),
  /** When (Unix ms) a worker last found it well. */
  pulse: z.number(),
});
export type RedisRun = z.infer<typeof RedisRun>;
