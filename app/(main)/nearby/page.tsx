import { nearby } from "@/app/_words/nearby";
import { SlidersHorizontal } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { BeforeSharing } from "@/app/(main)/nearby/before-sharing";
import { nearbyNow, type NearbyNow } from "@/app/(main)/nearby/now";
import { FloatingBark } from "@/app/_features/compose/provider";
import { Empty } from "@/app/_ui/empty";
import { FeedList } from "@/app/_features/feed/feed";
import { RevalidatePage } from "@/app/_features/shell/revalidate-page";
import { NearPeople } from "@/app/_features/nearby/people";
import { Radar } from "@/app/_features/nearby/radar";
import { SharingBar } from "@/app/_features/nearby/sharing-bar";
import { ShowTabs } from "@/app/_features/nearby/show-tabs";
import { TooMuch } from "@/app/_features/shell/too-much";
import { getViewer } from "@/lib/auth/session";
import { secondsToWait } from "@/lib/limits/writes";
import { nearbyStatuses } from "@/lib/nearby/reads";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: nearby.title };

const minutesOf = (seconds: number) => (seconds > 60 ? `${Math.ceil(seconds / 60)} minutes` : "a minute");

/** How often the page is refreshed (ms): sooner while there are few people. */
const SOON = 6_000;
const LATER = 60_000;
const FEW = 3;

/** Nearby: people around the viewer, if the viewer shares a place too. */
export default async function Nearby({ searchParams }: { searchParams: Promise<{ show?: string }> }) {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.nearby));
  const wait = await secondsToWait("nearby", viewer.id);
  if (wait > 0) return <TooMuch title={nearby.title} seconds={wait} />;
  const barks = (await searchParams).show === "barks";
  const now = await nearbyNow(viewer.id);
  if (!now) {
    return (
      <>
        <Head />
        <BeforeSharing avatar={viewer.avatar} />
      </>
    );
  }
  if (now.wait > 0) return <TooNew avatar={viewer.avatar} now={now} />;
  const { precision, until, moving, neighbours, people, next, day } = now;
  return (
    <>
      <Head settings />
      <SharingBar precision={precision} until={until} moving={moving} />
      <Radar neighbours={neighbours} you={viewer} precision={precision} day={day} listed={!barks} />
      <ShowTabs here={barks ? "barks" : "people"} />
      {barks ? (
        <>
          <FeedList
            name="nearby"
            label={nearby.barksOfPeopleNearYou}
            path="/api/v1/barker/nearby/statuses"
            first={await nearbyStatuses(viewer.id, { limit: 20 })}
            viewerId={viewer.id}
            empty={<Empty title={nearby.noBarksTitle} sentence={nearby.noBarksNear} />}
          />
          <FloatingBark />
        </>
      ) : (
        <>
          <RevalidatePage every={people.length < FEW ? SOON : LATER} />
          <NearPeople first={people} next={next} />
          {people.length === 0 &&
            (moving ? (
              <Empty faces={[viewer.avatar]} title={nearby.inFewMinutes} sentence={nearby.movedFar} />
            ) : (
              <Empty
                faces={[viewer.avatar]}
                title={nearby.nobodyNearYet}
                sentence={nearby.nobodyWithin}
                action={{ label: nearby.lookAtYourCircles, href: paths.circles }}
              />
            ))}
        </>
      )}
    </>
  );
}

/** The page of a new account, which is visible at once but sees others only later. */
function TooNew({ avatar, now: { precision, until, moving, wait } }: { avatar: string; now: NearbyNow }) {
  return (
    <>
      <Head settings />
      <SharingBar precision={precision} until={until} moving={moving} />
      <RevalidatePage every={wait * 1_000} />
      <Empty faces={[avatar]} title={nearby.othersSeeYouAlready} sentence={nearby.newAccount(minutesOf(wait))} />
    </>
  );
}

function Head({ settings = false }: { settings?: boolean }) {
  return (
    <header className="sticky top-0 z-(--z-bar) flex min-h-(--bar-top) items-center border-b border-line bg-surface pe-2 ps-4 desk:ps-5">
      <h1 className="flex-1 text-title font-bold tracking-heading">{nearby.title}</h1>
      {settings && (
        <Link
          href={`${paths.privacySettings}#place`}
          aria-label={nearby.settingsOfYourPlace}
          className="plain grid size-11 place-items-center rounded-pill"
        >
          <SlidersHorizontal className="size-5" aria-hidden="true" />
        </Link>
      )}
    </header>
  );
}
