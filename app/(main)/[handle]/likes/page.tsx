import { Lock } from "lucide-react";
import { PAGE_SIZE } from "@/app/_client/api";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { personAt } from "@/app/(main)/[handle]/person";
import { isOwn, Profile, profileMetadata, type ProfileParams } from "@/app/(main)/[handle]/profile";
import { Empty } from "@/app/_ui/empty";
import { FeedList } from "@/app/_features/feed/feed";
import { profile as words } from "@/app/_words/profile";
import { getViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { likesPage } from "@/lib/reactions/reads";

export async function generateMetadata(props: ProfileParams): Promise<Metadata> {
  return { ...(await profileMetadata(props, words.likesOf, "/likes")), robots: { index: false } };
}

/** The barks a person likes, if they show them to others. */
export default async function Likes({ params }: ProfileParams) {
  const [person, viewer] = await Promise.all([personAt((await params).handle, "/likes"), getViewer()]);
  const own = isOwn(viewer, person);
  if (!own && !person.shows_likes) notFound();
  const { items, edges } = await likesPage(viewer?.id ?? null, person.id, { limit: PAGE_SIZE });
  const path = `/api/v1/barker/accounts/${person.id}/likes`;
  return (
    <Profile person={person} tab="likes">
      {own && !person.shows_likes && (
        <p className="flex items-center gap-2 border-b border-line px-4 py-3 text-meta text-ink-3 desk:px-5">
          <Lock className="size-4 flex-none" aria-hidden="true" />
          <span>
            {words.likesPrivate}{" "}
            <Link href={paths.privacySettings} className="underline">
              {words.changeThat}
            </Link>
          </span>
        </p>
      )}
      <FeedList
        key={person.id}
        name={`person:${person.id}:likes`}
        label={words.likesOf(person.display_name)}
        path={path}
        first={items}
        next={edges.length < PAGE_SIZE ? null : `${path}?limit=${PAGE_SIZE}&max_id=${edges.at(-1)}`}
        viewerId={viewer?.id ?? null}
        empty={
          <Empty faces={[person.avatar]} title={words.noLikes} sentence={own ? words.ownLikes : words.theirLikes} />
        }
      />
    </Profile>
  );
}
