import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Empty } from "@/app/_ui/empty";
import { FeedList } from "@/app/_features/feed/feed";
import { ScopedSearch } from "@/app/_features/search/scoped";
import { BackBar } from "@/app/_ui/top-bar";
import { FIRST_PAGE, nextAddress } from "@/app/(main)/[handle]/[id]/lists";
import { kept } from "@/app/_words/kept";
import { search } from "@/app/_words/search";
import { getViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { bookmarksPage } from "@/lib/reactions/reads";

export const metadata: Metadata = { title: kept.bookmarks };

const PATH = "/api/v1/bookmarks";

/** The viewer's bookmarks, which nobody else sees. */
export default async function Bookmarks() {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.bookmarks));
  const page = await bookmarksPage(viewer.id, FIRST_PAGE);
  return (
    <>
      <BackBar title={kept.bookmarks} detail={kept.private} />
      {page.items.length > 0 && <ScopedSearch within="in:bookmarks" label={search.inBookmarks} />}
      <FeedList
        name="bookmarks"
        label={kept.yourBookmarks}
        path={PATH}
        next={nextAddress(PATH, page)}
        first={page.items}
        viewerId={viewer.id}
        empty={
          <Empty
            title={kept.noBookmarks}
            sentence={kept.noBookmarksWhy}
            action={{ label: kept.town, href: paths.town }}
          />
        }
      />
    </>
  );
}
