import type { Metadata } from "next";
import { PeopleList } from "@/app/(main)/[handle]/people-list";
import { personAt } from "@/app/(main)/[handle]/person";
import { profile as words } from "@/app/_words/profile";
import { getViewer } from "@/lib/auth/session";
import { followingPage } from "@/lib/people/reads";

interface Params {
  params: Promise<{ handle: string }>;
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: words.followedBy((await personAt((await params).handle, "/following")).display_name) };
}

export default async function Following({ params }: Params) {
  const person = await personAt((await params).handle, "/following");
  const viewer = await getViewer();
  const hidden = person.hide_collections === true && viewer?.id !== person.id;
  const page = hidden ? { accounts: [], next: null } : await followingPage(person.id, { limit: 20 }, viewer?.id);
  return (
    <PeopleList
      person={person}
      title={words.following}
      path={`/api/v1/accounts/${person.id}/following`}
      page={page}
      empty={hidden ? words.keptPrivate(person.display_name) : words.followsNobody}
    />
  );
}
