import { z } from "zod";
import { Flag, limitOf, Offset } from "@/lib/http/params";

/** What the trend endpoints take. */
export const TrendQuery = z.object({
  limit: limitOf(10, 20),
  offset: Offset,
  personal: Flag.default(false),
});
export type TrendQuery = z.infer<typeof TrendQuery>;
