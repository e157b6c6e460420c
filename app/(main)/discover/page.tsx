import type { Metadata } from "next";
import { DiscoverBar } from "@/app/_features/discover/bar";
import { Doorways } from "@/app/_features/discover/doorways";
import { PeopleStrip } from "@/app/_features/discover/people";
import { PopularTop } from "@/app/_features/discover/popular-top";
import { Section } from "@/app/_features/discover/section";
import { Trends } from "@/app/_features/discover/trends";
import { Empty } from "@/app/_ui/empty";
import { getViewer } from "@/lib/auth/session";
import { suggestions } from "@/lib/circles/reads";
import { sharingOf } from "@/lib/nearby/reads";
import { paths } from "@/lib/paths";
import { popularBarks } from "@/lib/popular/reads";
import { trendsFor } from "@/lib/trends/reads";

export const metadata: Metadata = {
  title: "Discover",
  description: "What is popular this hour, what people bark about, and whom to follow.",
};

const POPULAR = 3;
const TRENDS = 5;
const PEOPLE = 12;

/** Discover: popular barks, trends, and people to follow, each with the reason. */
export default async function Discover() {
  const viewer = await getViewer();
  const viewerId = viewer?.id ?? null;
  const [popular, trends, people, sharing] = await Promise.all([
    orNull(popularBarks(viewerId, { limit: 2 * POPULAR, offset: 0 })),
    orNull(trendsFor(viewerId, { limit: TRENDS, offset: 0, personal: true })),
    viewerId === null ? [] : suggestions(viewerId, PEOPLE),
    viewerId === null ? null : sharingOf(viewerId),
  ]);
  // Barks that match the viewer's filters are not shown at the top.
  const top = (popular ?? []).filter(({ filtered }) => filtered.length === 0).slice(0, POPULAR);
  // People who follow nobody need suggestions first.
  const isNew = people.every(({ known_followers_count: known }) => known === 0);
  const strip = people.length > 0 && (
    <Section
      id="people-to-follow"
      title={isNew ? "People to begin with" : "People you may know"}
      {...(!isNew && { more: { label: "Circles", href: paths.circles } })}
    >
      <PeopleStrip people={people} />
    </Section>
  );
  return (
    <>
      <DiscoverBar here="discover" title="Discover" viewerId={viewerId} />
      {isNew && strip}
      {top.length > 0 && (
        <Section id="popular" title="Popular this hour" more={{ label: "See all", href: paths.popular }}>
          <PopularTop statuses={top} />
        </Section>
      )}
      {trends && trends.length > 0 && (
        <Section id="trends" title={viewerId === null ? "Trends" : "Trending for you"}>
          <Trends trends={trends} />
        </Section>
      )}
      {(popular === null || trends === null) && (
        <p role="status" className="px-4 py-6 text-center text-label text-ink-2">
          Some of what is popular could not be read just now. Look again in a moment.
        </p>
      )}
      {popular && trends && top.length + trends.length === 0 && (
        <Empty
          title="A quiet hour"
          sentence="Nothing is popular or trending just now. It begins with a bark."
          action={{ label: "Look around the town", href: paths.town }}
        />
      )}
      {viewerId !== null && <Doorways sharing={sharing !== null} />}
      {!isNew && strip}
    </>
  );
}

/** Counts may be unavailable for a moment; the people are shown all the same. */
function orNull<T>(reading: Promise<T>): Promise<T | null> {
  return reading.catch(() => null);
}
