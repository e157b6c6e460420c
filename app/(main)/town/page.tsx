import { nearby } from "@/app/_words/nearby";
import type { Metadata } from "next";
import { FloatingBark } from "@/app/_features/compose/provider";
import { Empty } from "@/app/_ui/empty";
import { FeedList } from "@/app/_features/feed/feed";
import { HomeBar } from "@/app/_ui/top-bar";
import { getViewer } from "@/lib/auth/session";
import { publicPage } from "@/lib/timelines/reads";

export const metadata: Metadata = { title: nearby.town };

/** Town: all public barks, also for signed-out visitors. */
export default async function Town() {
  const viewer = await getViewer();
  const statuses = await publicPage(viewer?.id ?? null, { limit: 20 });
  return (
    <>
      <HomeBar here="town" signedIn={viewer !== null} />
      <FeedList
        name="town"
        label={nearby.everybodysBarks}
        path="/api/v1/timelines/public?local=true"
        first={statuses}
        viewerId={viewer?.id ?? null}
        empty={<Empty title={nearby.quietTown} sentence={nearby.nobodyHasBarked} />}
      />
      {viewer && <FloatingBark />}
    </>
  );
}
