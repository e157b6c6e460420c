import type { Metadata } from "next";
import { PeopleList } from "@/app/(main)/[handle]/people-list";
import { personAt } from "@/app/(main)/[handle]/person";
import { getViewer } from "@/lib/auth/session";
import { followingPage } from "@/lib/people/reads";

interface Params {
  params: Promise<{ handle: string }>;
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: `Following of ${(await personAt((await params).handle, "/following")).display_name}` };
}

export default async function Following({ params }: Params) {
  const person = await personAt((await params).handle, "/following");
  const page = await followingPage(person.id, { limit: 20 }, (await getViewer())?.id);
  return (
    <PeopleList
      person={person}
      title="Following"
      path={`/api/v1/accounts/${person.id}/following`}
      page={page}
      empty="They follow nobody yet."
    />
  );
}
