import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NewInTown } from "@/app/(main)/new-in-town";
import { FloatingBark } from "@/app/_features/compose/provider";
import { Composer } from "@/app/_features/compose/composer";
import { Empty } from "@/app/_ui/empty";
import { FeedList } from "@/app/_features/feed/feed";
import { LiveFrom } from "@/app/_features/shell/live-from";
import { HomeBar } from "@/app/_ui/top-bar";
import { getViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { homePage } from "@/lib/timelines/reads";

export const metadata: Metadata = { title: "Home" };

/** Home: barks of the viewer and of people they follow, newest first. */
export default async function Home() {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.home));
  const { statuses, cursor } = await homePage(viewer.id, { limit: 20 }, { live: true });
  return (
    <>
      <HomeBar here="home" signedIn />
      <div className="hidden border-b border-line tablet:block">
        <Composer viewer={viewer} />
      </div>
      {cursor && <LiveFrom personId={viewer.id} cursor={cursor} />}
      <FeedList
        name="home"
        label="Barks of people you follow"
        path="/api/v1/timelines/home"
        first={statuses}
        viewerId={viewer.id}
        live
        empty={
          <>
            <Empty
              title="Nothing here yet"
              sentence="Follow three people and this fills up by itself."
              action={{ label: "Look around the town", href: paths.town }}
            />
            {/* On desktops they stand beside the page already. */}
            {statuses.length === 0 && (
              <div className="px-4 pb-6 desk:hidden">
                <NewInTown viewerId={viewer.id} />
              </div>
            )}
          </>
        }
      />
      <FloatingBark />
    </>
  );
}
