import { short } from "@/app/_ui/count";
import { search } from "@/app/_words/search";
import type { TrendingTag } from "@/lib/trends/schema";

/** How many barks of the last week have a topic, in words. */
export function weekOf(history: TrendingTag["history"]): string {
  const uses = history.reduce((sum, day) => sum + Number(day.uses), 0);
  return search.week(short(uses), uses);
}
