import { z } from "zod";
import { limitOf } from "@/lib/http/params";
import { Bound } from "@/lib/http/page";
import { topicNamed } from "@/lib/topics/rules";

const Name = z
  .string()
  .max(200)
  .transform((name, context) => {
    const key = topicNamed(name);
    if (key !== null) return key;
    context.addIssue({ code: "custom", message: "must be the name of a topic" });
    return z.NEVER;
  });

/** A path that contains the name of a topic. */
export const TopicParam = z.object({ name: Name });

/** The body of `POST /api/v1/featured_tags`. */
export const NewFeaturedTag = z.object({ name: Name });

/** Paging of followed topics: up to 200, as in Mastodon. */
export const FollowedQuery = z
  .object({
    limit: limitOf(100, 200),
    max_id: Bound.optional(),
    since_id: Bound.optional(),
    min_id: Bound.optional(),
  })
  .transform(({ limit, max_id: maxId, since_id: sinceId, min_id: minId }) => ({ limit, maxId, sinceId, minId }));
