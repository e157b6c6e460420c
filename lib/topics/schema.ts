import { z } from "zod";
import { TrendingTag } from "@/lib/trends/schema";

/** How many topics a person may follow: each is looked up when their Home is read. */
export const FOLLOWED_LIMIT = 100;
/** How many topics a profile may feature. */
export const FEATURED_LIMIT = 10;

/** A topic as its viewer sees it (Mastodon `Tag`). */
export const Tag = TrendingTag.extend({ featuring: z.boolean() }).meta({ id: "Tag" });
export type Tag = z.infer<typeof Tag>;

/** A topic on a profile, with the person's barks about it (Mastodon `FeaturedTag`, in which the count is a string). */
export const FeaturedTag = z
  .object({
    id: z.string(),
    name: z.string(),
    url: z.string(),
    statuses_count: z.string(),
    last_status_at: z.string().nullable(),
  })
  .meta({ id: "FeaturedTag" });
export type FeaturedTag = z.infer<typeof FeaturedTag>;

/** A featured topic as the graph has it; `lastAt` in Unix milliseconds. */
export const FeaturedRow = z.object({
  id: z.string(),
  name: z.string(),
  barks: z.number(),
  lastAt: z.number().nullable(),
});
export type FeaturedRow = z.infer<typeof FeaturedRow>;
