import type { JobMessage } from "@/lib/delivery/schema";
import { announceBarkChange } from "@/lib/realtime/writes";

/** Likes and reactions change no timeline; clients that watch the bark get its new counters. */
const count = ({ subjectId }: JobMessage) => announceBarkChange(subjectId, "counts");

export const reactionEffects = { like: count, unlike: count, react: count, unreact: count } satisfies Record<
  string,
  (job: JobMessage) => Promise<void>
>;
