import { z } from "zod";
import { topicKey } from "@/lib/text/entities";

/** A topic in the address of a feed, as its key. */
export const TopicParam = z.object({
  topic: z
    .string()
    .min(1)
    .max(200)
    .transform((name) => topicKey(name)),
});
