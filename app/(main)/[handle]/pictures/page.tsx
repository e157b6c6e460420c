import type { Metadata } from "next";
import { personAt } from "@/app/(main)/[handle]/person";
import { Profile, profileMetadata, type ProfileParams } from "@/app/(main)/[handle]/profile";
import { Empty } from "@/app/_ui/empty";
import { FeedList } from "@/app/_features/feed/feed";
import { profile as words } from "@/app/_words/profile";
import { getViewer } from "@/lib/auth/session";
import { personPage } from "@/lib/timelines/reads";

export function generateMetadata(props: ProfileParams): Promise<Metadata> {
  return profileMetadata(props, words.picturesOf, "/pictures");
}

/** A person's barks with pictures. */
export default async function Pictures({ params }: ProfileParams) {
  const [person, viewer] = await Promise.all([personAt((await params).handle, "/pictures"), getViewer()]);
  const statuses = await personPage(viewer?.id ?? null, person.id, { limit: 20 }, { pictures: true, rebarks: false });
  return (
    <Profile person={person} tab="pictures">
      <FeedList
        key={person.id}
        name={`person:${person.id}:pictures`}
        label={words.picturesOf(person.display_name)}
        path={`/api/v1/accounts/${person.id}/statuses?only_media=true&exclude_reblogs=true`}
        first={statuses}
        viewerId={viewer?.id ?? null}
        empty={<Empty faces={[person.avatar]} title={words.noPictures} sentence={words.picturesHere} />}
      />
    </Profile>
  );
}
