import { Tabs } from "@/app/_ui/tabs";
import { search } from "@/app/_words/search";
import { paths } from "@/lib/paths";
import type { Found } from "@/lib/search/schema";

const ALL = ["top", "people", "topics", "barks"] as const;
export type SearchTab = (typeof ALL)[number];

/** How many results of each type are read with the page. */
export const SEARCHED = 20;

/** The tab of an address. */
export function tabOf(of: string): SearchTab {
  return ALL.find((tab) => tab === of) ?? "top";
}

/** The number of results of one type: "20+" when there may be more, nothing when there are none. */
export function countOf({ length }: { length: number }): string {
  if (length === 0) return "";
  return length < SEARCHED ? String(length) : search.atLeast(SEARCHED);
}

/** Tabs for all results and for each type, with their numbers. */
export function SearchTabs({ q, here, found }: { q: string; here: SearchTab; found: Found }) {
  const counts = { top: "", people: found.accounts, topics: found.hashtags, barks: found.statuses };
  const tabs = ALL.map((tab) => ({
    label: search.tabs[tab],
    count: tab === "top" ? "" : countOf(counts[tab]),
    href: tab === "top" ? paths.search(q) : paths.search(q, tab),
    here: tab === here,
  }));
  return <Tabs label={search.types} tabs={tabs} replace prefetch={false} />;
}
