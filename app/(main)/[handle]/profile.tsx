import type { Metadata } from "next";
import type { ReactNode } from "react";
import { chainTo } from "@/app/(main)/[handle]/connection";
import { personAt } from "@/app/(main)/[handle]/person";
import { ProfileHead } from "@/app/(main)/[handle]/profile-head";
import { ProfileTabs, type ProfileTab } from "@/app/(main)/[handle]/profile-tabs";
import { FloatingBark } from "@/app/_features/compose/provider";
import { ScopedSearch } from "@/app/_features/search/scoped";
import { search } from "@/app/_words/search";
import { Empty } from "@/app/_ui/empty";
import { profile as words } from "@/app/_words/profile";
import { stripMarkup } from "@/lib/text/strip-markup";
import { isStaff } from "@/lib/auth/rights";
import { getViewer, type Viewer } from "@/lib/auth/session";
import { packCount } from "@/lib/packs/reads";
import { familiarFollowers, relationships } from "@/lib/people/reads";
import { featuredTags } from "@/lib/topics/reads";
import type { Account } from "@/lib/people/schema";
import { local, paths } from "@/lib/paths";

export interface ProfileParams {
  params: Promise<{ handle: string }>;
}

/** A profile with one of its lists. The list of a blocked person is not shown. */
export async function Profile({ person, tab, children }: { person: Account; tab: ProfileTab; children: ReactNode }) {
  const viewer = await getViewer();
  const others = viewer !== null && viewer.id !== person.id;
  const [[relationship], [familiar], chain, packs, tags] = await Promise.all([
    others ? relationships(viewer.id, [person.id]) : [],
    others ? familiarFollowers(viewer.id, [person.id]) : [],
    others ? chainTo(viewer.id, person.id) : null,
    packCount(person.id),
    featuredTags(person.id),
  ]);
  return (
    <>
      <ProfileHead
        person={person}
        viewerId={viewer?.id ?? null}
        relationship={relationship}
        familiar={familiar}
        chain={chain}
        packs={packs}
        tags={tags}
        runsTown={isStaff(viewer)}
      />
      <ProfileTabs handle={person.acct} here={tab} likes={isOwn(viewer, person) || person.shows_likes} />
      {viewer && tab === "barks" && !relationship?.blocking && (
        <ScopedSearch within={`from:@${person.acct}`} label={search.inProfile(person.acct)} />
      )}
      {relationship?.blocking ? (
        <Empty
          faces={[person.avatar]}
          title={words.youBlocked(person.display_name)}
          sentence={words.youBlockedEffect}
        />
      ) : (
        children
      )}
      {viewer && <FloatingBark />}
    </>
  );
}

export function isOwn(viewer: Viewer | null, person: Account): boolean {
  return viewer?.id === person.id;
}

/** The metadata of profile pages, for tabs, search engines and link previews. */
export async function profileMetadata(
  { params }: ProfileParams,
  titleOf?: (name: string) => string,
  rest = "",
): Promise<Metadata> {
  const person = await personAt((await params).handle, rest);
  const name = `${person.display_name} (@${person.acct})`;
  const description = stripMarkup(person.note) || `${words.barksOf(person.display_name)}.`;
  return {
    title: titleOf ? titleOf(name) : name,
    description,
    alternates: {
      canonical: paths.person(person.acct) + rest,
      types: {
        "application/rss+xml": paths.personFeed(person.acct, "rss"),
        "application/atom+xml": paths.personFeed(person.acct, "atom"),
      },
    },
    ...(!person.indexable && rest !== "" && { robots: { index: false } }),
    openGraph: {
      type: "profile",
      title: person.display_name,
      description,
      images: [local(person.avatar)],
      username: person.acct,
    },
  };
}
