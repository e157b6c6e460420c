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
