import { z } from "zod";
import { Account } from "@/lib/people/schema";

/** One emoji under a bark: its count, whether the viewer gave it, and the latest people who did. */
export const Reaction = z
  .object({
    name: z.string(),
    count: z.number().int(),
    me: z.boolean(),
    accounts: z.array(Account),
  })
  .meta({ id: "Reaction" });
export type Reaction = z.infer<typeof Reaction>;
