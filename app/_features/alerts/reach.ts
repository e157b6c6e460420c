import type { Feed } from "@/app/_client/feed-model";
import type { Status } from "@/lib/barks/schema";

/** A page from far below joins the feed; between it and what is loaded some barks may be missing. */
export function reach(feed: Feed, statuses: Status[], ended: boolean): Feed {
  const oldest = feed.rows.findLast((row) => row.kind === "bark")?.key;
  const below = statuses.filter(({ id }) => oldest === undefined || id < oldest);
  const [first] = below;
  if (!first) return feed;
  const rows = below.map((status) => ({ kind: "bark" as const, key: status.id, status }));
  return { ...feed, rows: [...feed.rows, { kind: "gap", key: `gap-${first.id}` }, ...rows], ended };
}
