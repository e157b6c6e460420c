import { z } from "zod";
import { Bound } from "@/lib/http/page";
import { limitOf, Offset } from "@/lib/http/params";
import { Flag, IdText } from "@/lib/text/fields";

/** Parameters of `GET /api/v1/accounts/search`. There are no remote accounts, so `resolve` changes nothing. */
export const AccountSearch = z.object({
  q: z.string().max(300).default(""),
  limit: limitOf(40, 80),
  offset: Offset,
  following: Flag.default(false),
});
export type AccountSearch = z.infer<typeof AccountSearch>;

/**
 * Parameters of `GET /api/v2/search`. There are no remote accounts and no reviews of topics, so `resolve` and
 * `exclude_unreviewed` change nothing. As in Mastodon, `offset` needs a `type`.
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
