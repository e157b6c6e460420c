import type { Metadata } from "next";
import { personAt } from "@/app/(main)/[handle]/person";
import { Pinned } from "@/app/(main)/[handle]/pinned";
import { isOwn, Profile, profileMetadata, type ProfileParams } from "@/app/(main)/[handle]/profile";
import { Empty } from "@/app/_ui/empty";
import { FeedList } from "@/app/_features/feed/feed";
import { profile as words } from "@/app/_words/profile";
import { getViewer } from "@/lib/auth/session";
import { personPage, pinnedBarks } from "@/lib/timelines/reads";

export function generateMetadata(props: ProfileParams): Promise<Metadata> {
  return profileMetadata(props);
}

/** A profile with the person's pinned barks, barks and rebarks. */
export default async function Barks({ params }: ProfileParams) {
  const [person, viewer] = await Promise.all([personAt((await params).handle), getViewer()]);
  const reader = viewer?.id ?? null;
  const [pinned, statuses] = await Promise.all([
    pinnedBarks(reader, person.id),
    personPage(reader, person.id, { limit: 20 }, { replies: "none" }),
  ]);
  const own = isOwn(viewer, person);
  return (
    <Profile person={person} tab="barks">
      <Pinned statuses={pinned} viewerId={reader} />
      <FeedList
        key={person.id}
        name={`person:${person.id}`}
        label={words.barksOf(person.display_name)}
        path={`/api/v1/accounts/${person.id}/statuses?exclude_replies=true`}
        first={statuses}
        viewerId={reader}
        authorId={person.id}
        empty={
          <Empty
            faces={[person.avatar]}
            title={words.noBarks}
            sentence={own ? words.ownNoBarks : words.hasNotBarked(person.display_name)}
          />
        }
      />
    </Profile>
  );
}
