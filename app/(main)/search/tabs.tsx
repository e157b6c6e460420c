import { Tabs } from "@/app/_ui/tabs";
import { paths } from "@/lib/paths";

const TABS = { people: "People", barks: "Barks", topics: "Topics" } as const;

export type SearchTab = keyof typeof TABS;

const ALL: SearchTab[] = ["people", "barks", "topics"];

/** The tab of an address; null when it names none. */
export function tabOf(of: string): SearchTab | null {
  return ALL.find((tab) => tab === of) ?? null;
}

/** Tabs for the types of results. */
export function SearchTabs({ q, here }: { q: string; here: SearchTab }) {
  const tabs = ALL.map((tab) => ({ label: TABS[tab], href: paths.search(q, tab), here: tab === here }));
  return <Tabs label="What is found" tabs={tabs} replace prefetch={false} />;
}
