import { z } from "zod";
import { limitOf } from "@/lib/http/params";

/** What the trend endpoints take. */
export const TrendQuery = z.object({
  limit: limitOf(10, 20),
  offset: z.coerce.number().int().min(0).max(1_000).default(0),
  personal: z.stringbool().default(false),
});
export type TrendQuery = z.infer<typeof TrendQuery>;
