import type { Metadata } from "next";
import { PeopleList } from "@/app/(main)/[handle]/people-list";
import { personAt } from "@/app/(main)/[handle]/person";
import { profile as words } from "@/app/_words/profile";
import { getViewer } from "@/lib/auth/session";
import { followersPage } from "@/lib/people/reads";

interface Params {
  params: Promise<{ handle: string }>;
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: words.followersOf((await personAt((await params).handle, "/followers")).display_name) };
}

export default async function Followers({ params }: Params) {
  const person = await personAt((await params).handle, "/followers");
  const viewer = await getViewer();
  const hidden = person.hide_collections === true && viewer?.id !== person.id;
  const page = hidden ? { accounts: [], next: null } : await followersPage(person.id, { limit: 20 }, viewer?.id);
  return (
    <PeopleList
      person={person}
      title={words.followers}
      path={`/api/v1/accounts/${person.id}/followers`}
      page={page}
      empty={hidden ? words.keptPrivate(person.display_name) : words.noFollowers}
    />
  );
}
