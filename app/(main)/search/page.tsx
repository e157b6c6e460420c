import type { Metadata } from "next";
import { headers } from "next/headers";
import { fill } from "@/app/_ui/fill";
import { Results } from "@/app/(main)/search/results";
import { SEARCHED, SearchTabs, tabOf } from "@/app/(main)/search/tabs";
import { BackButton } from "@/app/_ui/back-button";
import { SearchBox } from "@/app/_features/search/box";
import { TooMuch } from "@/app/_features/shell/too-much";
import { getViewer } from "@/lib/auth/session";
import { callerKey } from "@/lib/http/address";
import { secondsToWait } from "@/lib/limits/writes";
import { search } from "@/app/_words/search";
import { search as searchAll } from "@/lib/search/reads";
import { SearchQuery } from "@/lib/search/input";

interface Params {
  searchParams: Promise<{ q?: string | string[]; of?: string | string[]; within?: string | string[] }>;
}

/** The maximum length of a search. */
const LONGEST = 300;

const one = (value: string | string[] | undefined) => [value ?? ""].flat()[0] ?? "";
/** What is searched for: the words, after the operator of a field that searches in one place. */
const asked = async (params: Params["searchParams"]) => {
  const { q, within } = await params;
  return `${one(within)} ${one(q)}`.trim().slice(0, LONGEST);
};

export async function generateMetadata({ searchParams }: Params): Promise<Metadata> {
  const q = await asked(searchParams);
  return { title: q === "" ? search.title : search.titleOf(q), robots: { index: false } };
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
        <h1 className="sr-only">{search.title}</h1>
        <BackButton className="mt-0.5" />
        <SearchBox key="new" viewerId={viewerId} inline />
      </div>
    );
  }
  const wait = await secondsToWait("search", viewerId ?? callerKey(await headers()));
  if (wait > 0) return <TooMuch title={search.title} seconds={wait} />;
  const tab = tabOf(of);
  const found = await searchAll(viewerId, SearchQuery.parse({ q, limit: SEARCHED }));
  return (
    <>
      <header className="sticky top-0 z-(--z-bar) border-b border-line bg-surface">
        <h1 className="sr-only">{fill(search.found, { q: <bdi>{q}</bdi> })}</h1>
        <div className="flex items-center gap-1 py-1.5 pe-4 ps-1">
          <BackButton />
          <SearchBox key={q} viewerId={viewerId} q={q} />
        </div>
        <SearchTabs q={q} here={tab} found={found} />
      </header>
      <Results key={`${tab} ${q}`} q={q} tab={tab} found={found} viewerId={viewerId} />
    </>
  );
}
