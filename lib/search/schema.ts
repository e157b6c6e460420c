import { z } from "zod";
import { Status } from "@/lib/barks/schema";
import { Account } from "@/lib/people/schema";
import { TrendingTag } from "@/lib/trends/schema";

/** An existing topic, and how many barks name it. */
export const FoundTopic = z
  .object({ name: z.string(), url: z.string(), barks_count: z.number().int() })
  .meta({ id: "FoundTopic" });
export type FoundTopic = z.infer<typeof FoundTopic>;

/** The results of a search (Mastodon `Search`). */
export const Found = z
  .object({ accounts: z.array(Account), statuses: z.array(Status), hashtags: z.array(TrendingTag) })
  .meta({ id: "Search" });
export type Found = z.infer<typeof Found>;
