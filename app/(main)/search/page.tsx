import type { Metadata } from "next";
import { headers } from "next/headers";
import { Results } from "@/app/(main)/search/results";
import { SearchTabs, tabOf, type SearchTab } from "@/app/(main)/search/tabs";
import { BackButton } from "@/app/_ui/back-button";
import { SearchBox } from "@/app/_features/search/box";
import { TooMuch } from "@/app/_features/shell/too-much";
import { getViewer } from "@/lib/auth/session";
import { callerKey } from "@/lib/http/address";
import { secondsToWait } from "@/lib/limits/writes";
import { search } from "@/lib/search/reads";
import { SearchQuery } from "@/lib/search/input";
import type { Found } from "@/lib/search/schema";

interface Params {
  searchParams: Promise<{ q?: string | string[]; of?: string | string[] }>;
}

const TYPES = { people: "accounts", barks: "statuses", topics: "hashtags" } as const;
/** The maximum length of a search. */
const LONGEST = 300;

const one = (value: string | string[] | undefined) => [value ?? ""].flat()[0] ?? "";
const asked = async (params: Params["searchParams"]) =>
  one((await params).q)
    .trim()
    .slice(0, LONGEST);

export async function generateMetadata({ searchParams }: Params): Promise<Metadata> {
  const q = await asked(searchParams);
  return { title: q === "" ? "Search" : `${q} · Search`, robots: { index: false } };
}

/** Search: people, barks and topics, each in a tab. */
export default async function SearchPage({ searchParams }: Params) {
  const [viewer, q, of] = await Promise.all([
    getViewer(),
    asked(searchParams),
    searchParams.then((all) => one(all.of)),
  ]);
  const viewerId = viewer?.id ?? null;
  if (q === "") {
    return (
      <div className="flex items-start gap-1 py-1.5 pe-4 ps-1">
        <h1 className="sr-only">Search</h1>
        <BackButton className="mt-0.5" />
        <SearchBox key="new" viewerId={viewerId} inline />
      </div>
    );
  }
  const wait = await secondsToWait("search", viewerId ?? callerKey(await headers()));
  if (wait > 0) return <TooMuch title="Search" seconds={wait} />;
  const chosen = tabOf(of);
  const found = await search(viewerId, SearchQuery.parse({ q, limit: 20, ...(chosen && { type: TYPES[chosen] }) }));
  const tab = chosen ?? bestOf(q, found);
  return (
    <>
      <header className="sticky top-0 z-(--z-bar) border-b border-line bg-surface">
        <h1 className="sr-only">
          Found for <bdi>{q}</bdi>
        </h1>
        <div className="flex items-center gap-1 py-1.5 pe-4 ps-1">
          <BackButton />
          <SearchBox key={q} viewerId={viewerId} q={q} />
        </div>
        <SearchTabs q={q} here={tab} />
      </header>
      <Results key={`${tab} ${q}`} q={q} tab={tab} found={found} viewerId={viewerId} />
    </>
  );
}

/** The tab to show first: the one with the most likely results. */
function bestOf(q: string, { accounts, statuses, hashtags }: Found): SearchTab {
  if (/^#\S*$/.test(q) && hashtags.length > 0) return "topics";
  if (accounts.length > 0) return "people";
  if (statuses.length > 0) return "barks";
  return hashtags.length > 0 ? "topics" : q.startsWith("@") ? "people" : "barks";
}
