import type { Metadata } from "next";
import { Empty } from "@/app/_ui/empty";
import { FeedList } from "@/app/_features/feed/feed";
import { BackBar } from "@/app/_ui/top-bar";
import { barkOf, type BarkParams } from "@/app/(main)/[handle]/[id]/bark";
import { FIRST_PAGE, nextAddress } from "@/app/(main)/[handle]/[id]/lists";
import { barkPage as words } from "@/app/_words/bark-page";
import { getViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { quotesPage } from "@/lib/reactions/reads";

export const metadata: Metadata = { title: words.quotes, robots: { index: false } };

/** Barks that quote a bark. */
export default async function Quotes({ params }: BarkParams) {
  const bark = await barkOf(params, paths.barkQuotes);
  const viewer = await getViewer();
  const page = await quotesPage(viewer?.id ?? null, bark.id, FIRST_PAGE);
  const path = `/api/v1/statuses/${bark.id}/quotes`;
  return (
    <>
      <BackBar title={words.quotes} detail={`@${bark.account.acct}`} />
      <FeedList
        name={`quotes:${bark.id}`}
        label={words.quotesLabel}
        path={path}
        next={nextAddress(path, page)}
        first={page.items}
        viewerId={viewer?.id ?? null}
        empty={<Empty title={words.noQuotesTitle} sentence={words.noQuotes} />}
      />
    </>
  );
}
