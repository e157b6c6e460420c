import { z } from "zod";
import { Bound } from "@/lib/http/page";
import { limitOf, Offset } from "@/lib/http/params";
import { Flag, IdText } from "@/lib/text/fields";

/** What `GET /api/v1/accounts/search` takes. Everybody is known here, so `resolve` finds nobody more. */
export const AccountSearch = z.object({
  q: z.string().max(300).default(""),
  limit: limitOf(40, 80),
  offset: Offset,
  following: Flag.default(false),
});
export type AccountSearch = z.infer<typeof AccountSearch>;

/**
 * What `GET /api/v2/search` takes. Everybody and every topic is known and none waits for a review, so `resolve` and
 * `exclude_unreviewed` change nothing. As in Mastodon `offset` needs a `type`.
 */
export const SearchQuery = z.object({
  q: z.string().max(300).default(""),
  type: z.enum(["accounts", "statuses", "hashtags"]).optional(),
  limit: limitOf(20, 40),
  offset: Offset,
  following: Flag.default(false),
  account_id: IdText.optional(),
  max_id: Bound.optional(),
  min_id: Bound.optional(),
  since_id: Bound.optional(),
  resolve: Flag.default(false),
  exclude_unreviewed: Flag.default(false),
});
export type SearchQuery = z.infer<typeof SearchQuery>;
