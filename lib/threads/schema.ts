import { z } from "zod";
import { Status } from "@/lib/barks/schema";

/** A bark of a conversation that is not shown: deleted, or hidden from this viewer. */
const Gap = z.object({
  id: z.string(),
  in_reply_to_id: z.string().nullable(),
  reason: z.enum(["deleted", "hidden"]),
});

/** A conversation around a bark: Mastodon `Context`, with the gaps in it. */
export const ThreadContext = z
  .object({ ancestors: z.array(Status), descendants: z.array(Status), gaps: z.array(Gap) })
  .meta({ id: "Context" });
export type ThreadContext = z.infer<typeof ThreadContext>;
