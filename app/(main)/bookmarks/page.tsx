import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Empty } from "@/app/_ui/empty";
import { FeedList } from "@/app/_features/feed/feed";
import { BackBar } from "@/app/_ui/top-bar";
import { FIRST_PAGE, nextAddress } from "@/app/(main)/[handle]/[id]/lists";
import { getViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { bookmarksPage } from "@/lib/reactions/reads";

export const metadata: Metadata = { title: "Bookmarks" };

const PATH = "/api/v1/bookmarks";

/** The viewer's bookmarks, which nobody else sees. */
export default async function Bookmarks() {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.bookmarks));
  const page = await bookmarksPage(viewer.id, FIRST_PAGE);
  return (
    <>
      <BackBar title="Bookmarks" detail="Only you see them" />
      <FeedList
        name="bookmarks"
        label="Your bookmarks"
        path={PATH}
        next={nextAddress(PATH, page)}
        first={page.items}
        viewerId={viewer.id}
        empty={
          <Empty
            title="Nothing kept yet"
            sentence="Tap the bookmark under a bark, and you find it here again."
            action={{ label: "Look around the town", href: paths.town }}
          />
        }
      />
    </>
  );
}
