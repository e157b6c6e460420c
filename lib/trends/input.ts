import { z } from "zod";
import { limitOf, Offset } from "@/lib/http/params";
import { Flag } from "@/lib/text/fields";

/** Parameters of the trend endpoints. */
export const TrendQuery = z.object({
  limit: limitOf(10, 20),
  offset: Offset,
  personal: Flag.default(false),
});
export type TrendQuery = z.infer<typeof TrendQuery>;

/** What staff decide about a term: whether it is kept out of trends. */
export const TrendDecision = z.object({
  key: z.string().min(1).max(100),
  name: z.string().min(1).max(100),
  hidden: z.boolean(),
});
export type TrendDecision = z.infer<typeof TrendDecision>;
