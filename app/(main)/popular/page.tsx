import type { Metadata } from "next";
import { DiscoverBar } from "@/app/_features/discover/bar";
import { PopularList } from "@/app/_features/discover/popular-list";
import { discover } from "@/app/_words/discover";
import { getViewer } from "@/lib/auth/session";
import { popularBarks } from "@/lib/popular/reads";

export const metadata: Metadata = {
  title: discover.popular,
  description: discover.popularDescription,
};

/** Popular: barks with the most acts within the last hour. */
export default async function Popular() {
  const viewer = await getViewer();
  const viewerId = viewer?.id ?? null;
  const first = await popularBarks(viewerId, { limit: 20, offset: 0 });
  return (
    <>
      <DiscoverBar here="popular" title={discover.popular} viewerId={viewerId} />
      <PopularList first={first} viewerId={viewerId} />
    </>
  );
}
