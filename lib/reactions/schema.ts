import { z } from "zod";
import { Account } from "@/lib/people/schema";

/** One emoji under a bark, how many gave it, whether the viewer did, and the last who did. */
export const Reaction = z
  .object({
    name: z.string(),
    count: z.number().int(),
    me: z.boolean(),
    accounts: z.array(Account),
  })
  .meta({ id: "Reaction" });
export type Reaction = z.infer<typeof Reaction>;
