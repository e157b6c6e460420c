import { z } from "zod";
import { Bound } from "@/lib/http/page";
import { MEMBER_LIMIT } from "@/lib/lists/schema";

/** Paging of the members of a list: 40 by default, at most 80; 0 means all of them, as in Mastodon. */
export const MembersQuery = z
  .object({
    limit: z.coerce.number().int().min(0).default(40),
    max_id: Bound.optional(),
    since_id: Bound.optional(),
    min_id: Bound.optional(),
  })
  .transform(({ limit, max_id: maxId, since_id: sinceId, min_id: minId }) => ({
    limit: limit === 0 ? MEMBER_LIMIT : Math.min(limit, 80),
    maxId,
    sinceId,
    minId,
  }));
