import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { placedByMarker } from "@/app/(main)/home/placed";
import { Announcements } from "@/app/_features/announcements/announcements";
import { FloatingBark } from "@/app/_features/compose/provider";
import { BarkCard } from "@/app/_features/bark/card";
import { HomeComposer } from "@/app/_features/compose/home-composer";
import { cx } from "@/app/_ui/cx";
import { Empty } from "@/app/_ui/empty";
import { FeedList } from "@/app/_features/feed/feed";
import { StartersOnDemand } from "@/app/_features/shell/on-demand";
import { LiveFrom } from "@/app/_features/shell/live-from";
import { HomeBar } from "@/app/_ui/top-bar";
import { feed as words } from "@/app/_words/feed";
import { starters } from "@/lib/circles/reads";
import { popularBarks } from "@/lib/popular/reads";
import { findPerson } from "@/lib/people/reads";
import { hasRight } from "@/lib/auth/rights";
import type { Viewer } from "@/lib/auth/schema";
import { isDemoVisitor } from "@/lib/auth/demo";
import { getViewer } from "@/lib/auth/session";
import { mayInvite } from "@/lib/invitations/rules";
import { readMarkers } from "@/lib/markers/reads";
import type { Markers } from "@/lib/markers/schema";
import { paths } from "@/lib/paths";
import { townSettings } from "@/lib/settings/reads";
import { homePage } from "@/lib/timelines/reads";

export const metadata: Metadata = { title: words.home };

const PAGE_SIZE = 20;
/** Whoever follows fewer people is shown whom to follow. */
const FEW = 3;
const STARTERS = 10;
const POPULAR = 5;

/** Home: barks of the viewer and of people they follow, newest first. */
export default async function Home() {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.home));
  const [{ statuses, cursor }, markers] = await Promise.all([
    homePage(viewer.id, { limit: PAGE_SIZE }, { live: true }),
    readMarkers(viewer.id, ["home"]).catch((): Markers => ({})),
  ]);
  // Nobody has to be counted for a Home in which several people bark.
  const authors = new Set(statuses.map(({ account }) => account.id).filter((id) => id !== viewer.id));
  const isBeginner = authors.size < FEW && (await followsFew(viewer.id));
  const from = isDemoVisitor(viewer) ? null : await placedByMarker(viewer.id, markers.home, statuses, PAGE_SIZE);
  const isEmpty = statuses.length === 0;
  const toStart = isBeginner ? <ToStart viewer={viewer} isEmpty={isEmpty} /> : null;
  return (
    <>
      <HomeBar here="home" signedIn />
      <Announcements viewerId={viewer.id} />
      {/* On phones only while there are people to follow instead of barks, whose buttons a floating one would cover. */}
      <div className={cx("border-b border-line tablet:block", !isEmpty && "hidden")}>
        <HomeComposer viewer={viewer} />
      </div>
      {!isEmpty && toStart}
      {cursor && <LiveFrom personId={viewer.id} cursor={cursor} />}
      <FeedList
        name="home"
        label={words.homeLabel}
        path="/api/v1/timelines/home"
        first={statuses}
        from={from}
        viewerId={viewer.id}
        live
        empty={
          toStart ?? (
            <Empty
              title={words.empty}
              sentence={words.emptyWhy}
              action={{ label: words.lookAround, href: paths.town }}
            />
          )
        }
      />
      {!isEmpty && <FloatingBark />}
    </>
  );
}

async function followsFew(viewerId: string): Promise<boolean> {
  const person = await findPerson(viewerId);
  return person !== null && person.following < FEW;
}

/**
 * What fills Home until somebody follows three people: ten to start with and what is popular now, or how to begin; above
 * the first barks, three at a time.
 */
async function ToStart({ viewer, isEmpty }: { viewer: Viewer; isEmpty: boolean }) {
  const [people, popular] = await Promise.all([
    starters(viewer.id, STARTERS).catch(() => []),
    isEmpty ? popularBarks(viewer.id, { limit: POPULAR, offset: 0 }).catch(() => []) : [],
  ]);
  if (isEmpty && people.length === 0 && popular.length === 0) return <Begun viewer={viewer} />;
  return (
    <>
      {people.length > 0 && <StartersOnDemand people={people} shown={isEmpty ? people.length : FEW} />}
      {popular.length > 0 && (
        <section aria-labelledby="popular-now" className="@container border-t-8 border-paper">
          <div className="flex items-baseline justify-between px-4 pt-4 pb-1 desk:px-5">
            <h2 id="popular-now" className="text-title font-bold tracking-heading">
              {words.popularNow}
            </h2>
            <Link href={paths.popular} className="grid min-h-11 items-center font-bold text-accent-text">
              {words.seeAll}
            </Link>
          </div>
          {popular.map((status) => (
            <BarkCard key={status.id} status={status} viewerId={viewer.id} />
          ))}
        </section>
      )}
    </>
  );
}

/** In a town with nobody to follow and nothing to read: who comes first asks others to come. */
async function Begun({ viewer }: { viewer: Viewer }) {
  const invites = mayInvite(await townSettings(), hasRight(viewer, "signups"));
  const action = invites
    ? { label: words.invite, href: paths.invitationSettings }
    : { label: words.lookAround, href: paths.town };
  return <Empty title={words.begun} sentence={words.begunWhy} action={action} />;
}
