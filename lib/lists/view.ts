import type { List, ListRow } from "@/lib/lists/schema";

/** Mastodon `List`. */
export function toList({ list: { id, title, repliesPolicy, exclusive } }: ListRow): List {
  return { id, title, replies_policy: repliesPolicy, exclusive };
}
