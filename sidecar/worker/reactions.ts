import type { JobMessage } from "@/lib/delivery/schema";
import { announceBarkChange } from "@/lib/realtime/stream";

/** A like or an emoji changes no timeline; who watches the bark sees its counters move. */
const count = ({ subjectId }: JobMessage) => announceBarkChange(subjectId, "counts");

export const reactionEffects = { like: count, unlike: count, react: count, unreact: count } satisfies Record<
  string,
  (job: JobMessage) => Promise<void>
>;
