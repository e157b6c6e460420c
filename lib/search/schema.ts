import { z } from "zod";

/** What `GET /api/v1/accounts/search` takes. Everybody is known here, so `resolve` finds nobody more. */
export const AccountSearch = z.object({
  q: z.string().max(300).default(""),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .default(40)
    .transform((limit) => Math.min(limit, 80)),
  offset: z.coerce.number().int().min(0).max(1_000).default(0),
  following: z.stringbool().default(false),
});
export type AccountSearch = z.infer<typeof AccountSearch>;

/** A topic that is there, and how many barks name it. */
export const FoundTopic = z
  .object({ name: z.string(), url: z.string(), barks_count: z.number().int() })
  .meta({ id: "FoundTopic" });
export type FoundTopic = z.infer<typeof FoundTopic>;
