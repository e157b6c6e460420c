import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Empty } from "@/app/_ui/empty";
import { FeedList } from "@/app/_features/feed/feed";
import { BackBar } from "@/app/_ui/top-bar";
import { FIRST_PAGE, nextAddress } from "@/app/(main)/[handle]/[id]/lists";
import { kept } from "@/app/_words/kept";
import { getViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { likesPage } from "@/lib/reactions/reads";

export const metadata: Metadata = { title: kept.likes };

const PATH = "/api/v1/favourites";

/** The barks the viewer likes, last liked first. */
export default async function Likes() {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.likes));
  const page = await likesPage(viewer.id, viewer.id, FIRST_PAGE);
  return (
    <>
      <BackBar title={kept.likes} />
      <FeedList
        name="likes"
        label={kept.yourLikes}
        path={PATH}
        next={nextAddress(PATH, page)}
        first={page.items}
        viewerId={viewer.id}
        empty={
          <Empty title={kept.noLikes} sentence={kept.noLikesWhy} action={{ label: kept.town, href: paths.town }} />
        }
      />
    </>
  );
}
