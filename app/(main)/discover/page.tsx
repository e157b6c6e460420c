import type { Metadata } from "next";
import { DiscoverBar } from "@/app/_features/discover/bar";
import { PeopleStrip } from "@/app/_features/discover/people";
import { PopularTop } from "@/app/_features/discover/popular-top";
import { Section } from "@/app/_features/discover/section";
import { Trends } from "@/app/_features/discover/trends";
import { Empty } from "@/app/_ui/empty";
import { discover } from "@/app/_words/discover";
import { getViewer } from "@/lib/auth/session";
import { suggestions } from "@/lib/circles/reads";
import { paths } from "@/lib/paths";
import { popularBarks } from "@/lib/popular/reads";
import { trendsFor } from "@/lib/trends/reads";

export const metadata: Metadata = {
  title: discover.title,
  description: discover.description,
};

const POPULAR = 3;
const TRENDS = 3;
const PEOPLE = 12;

/** Discover: popular barks, trends, and people to follow, each with the reason. */
export default async function Discover() {
  const viewer = await getViewer();
  const viewerId = viewer?.id ?? null;
  const [popular, trends, people] = await Promise.all([
    orNull(popularBarks(viewerId, { limit: 2 * POPULAR, offset: 0 })),
    orNull(trendsFor(viewerId, { limit: TRENDS, offset: 0, personal: true })),
    viewerId === null ? [] : suggestions(viewerId, PEOPLE),
  ]);
  // Barks that match the viewer's filters are not shown at the top.
  const top = (popular ?? []).filter(({ filtered }) => filtered.length === 0).slice(0, POPULAR);
  // People who follow nobody need suggestions first.
  const isNew = people.every(({ known_followers_count: known }) => known === 0);
  const strip = people.length > 0 && (
    <Section
      id="people-to-follow"
      title={isNew ? discover.begin : discover.mayKnow}
      {...(!isNew && { more: { label: discover.tabs.circles, href: paths.circles } })}
    >
      <PeopleStrip people={people} />
    </Section>
  );
  return (
    <>
      <DiscoverBar here="discover" title={discover.title} viewerId={viewerId} />
      {isNew && strip}
      {top.length > 0 && (
        <Section id="popular" title={discover.popular} more={{ label: discover.all, href: paths.popular }}>
          <PopularTop statuses={top} />
        </Section>
      )}
      {trends && trends.length > 0 && (
        <Section
          id="trends"
          title={viewerId === null ? discover.trends : discover.trending}
          more={{ label: discover.all, href: paths.trends }}
        >
          <Trends trends={trends.slice(0, TRENDS)} />
        </Section>
      )}
      {(popular === null || trends === null) && (
        <p role="status" className="px-4 py-6 text-center text-label text-ink-2">
          {discover.away}
        </p>
      )}
      {popular && trends && top.length + trends.length === 0 && (
        <Empty
          title={discover.quiet}
          sentence={discover.quietWhy}
          action={{ label: discover.town, href: paths.town }}
        />
      )}
      {!isNew && strip}
    </>
  );
}

/** Counts may be unavailable for a moment; the people are shown all the same. */
function orNull<T>(reading: Promise<T>): Promise<T | null> {
  return reading.catch(() => null);
}
