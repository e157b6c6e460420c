import { env } from "@/lib/env";
import { paths } from "@/lib/paths";
import type { FeaturedRow, FeaturedTag } from "@/lib/topics/schema";

/** Mastodon `FeaturedTag`. */
export function toFeaturedTag({ id, name, barks, lastAt }: FeaturedRow): FeaturedTag {
  return {
    id,
    name,
    url: env().BARKER_ORIGIN + paths.topic(name),
    statuses_count: String(barks),
    last_status_at: lastAt === null ? null : new Date(lastAt).toISOString().slice(0, 10),
  };
}
