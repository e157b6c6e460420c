import type { HandedJob } from "@/lib/delivery/schema";
import { announceChange } from "@/lib/realtime/stream";

/** A like or an emoji changes no timeline; who watches the bark sees its counters move. */
const count = ({ subjectId }: HandedJob) => announceChange(subjectId, "counts");

export const reactionEffects = { like: count, unlike: count, react: count, unreact: count } satisfies Record<
  string,
  (job: HandedJob) => Promise<void>
>;
