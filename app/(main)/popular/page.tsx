import type { Metadata } from "next";
import { DiscoverBar } from "@/app/_features/discover/bar";
import { PopularList } from "@/app/_features/discover/popular-list";
import { getViewer } from "@/lib/auth/session";
import { popularBarks } from "@/lib/popular/reads";

export const metadata: Metadata = {
  title: "Popular this hour",
  description: "The hundred barks that most people did something to within the last hour.",
};

/** Popular: barks with the most acts within the last hour. */
export default async function Popular() {
  const viewer = await getViewer();
  const viewerId = viewer?.id ?? null;
  const first = await popularBarks(viewerId, { limit: 20, offset: 0 });
  return (
    <>
      <DiscoverBar here="popular" title="Popular this hour" viewerId={viewerId} />
      <PopularList first={first} viewerId={viewerId} />
    </>
  );
}
