import type { Metadata } from "next";
import { barkOf, type BarkParams } from "@/app/(main)/[handle]/[id]/bark";
import { FIRST_PAGE, toAccountPage } from "@/app/(main)/[handle]/[id]/lists";
import { PeopleList } from "@/app/(main)/[handle]/people-list";
import { barkPage as words } from "@/app/_words/bark-page";
import { getViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { likersPage } from "@/lib/reactions/reads";

export const metadata: Metadata = { title: words.likes, robots: { index: false } };

/** The people who like a bark. */
export default async function Likes({ params }: BarkParams) {
  const bark = await barkOf(params, paths.barkLikes);
  const viewer = await getViewer();
  return (
    <PeopleList
      person={bark.account}
      title={words.likes}
      path={`/api/v1/statuses/${bark.id}/favourited_by`}
      page={toAccountPage(await likersPage(viewer?.id ?? null, bark.id, FIRST_PAGE))}
      empty={words.noLikes}
    />
  );
}
