import { z } from "zod";
import { limitOf } from "@/lib/http/params";
import { idBound } from "@/lib/ids";

const bound = z
  .string()
  .regex(/^\d{1,40}$/, "must be an id")
  .transform((raw) => idBound(raw) ?? raw)
  .optional();

/** What `GET /api/v1/accounts/search` takes. Everybody is known here, so `resolve` finds nobody more. */
export const AccountSearch = z.object({
  q: z.string().max(300).default(""),
  limit: limitOf(40, 80),
  offset: z.coerce.number().int().min(0).max(1_000).default(0),
  following: z.stringbool().default(false),
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
  offset: z.coerce.number().int().min(0).max(1_000).default(0),
  following: z.stringbool().default(false),
  account_id: z
    .string()
    .regex(/^\d{1,20}$/)
    .optional(),
  max_id: bound,
  min_id: bound,
  since_id: bound,
  resolve: z.stringbool().default(false),
  exclude_unreviewed: z.stringbool().default(false),
});
export type SearchQuery = z.infer<typeof SearchQuery>;
