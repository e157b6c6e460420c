import type { Metadata } from "next";
import { barkOf, type BarkParams } from "@/app/(main)/[handle]/[id]/bark";
import { FIRST_PAGE, toAccountPage } from "@/app/(main)/[handle]/[id]/lists";
import { PeopleList } from "@/app/(main)/[handle]/people-list";
import { barkPage as words } from "@/app/_words/bark-page";
import { getViewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { rebarkersPage } from "@/lib/reactions/reads";

export const metadata: Metadata = { title: words.rebarks, robots: { index: false } };

/** The people who rebarked a bark. */
export default async function Rebarks({ params }: BarkParams) {
  const bark = await barkOf(params, paths.barkRebarks);
  const viewer = await getViewer();
  return (
    <PeopleList
      person={bark.account}
      title={words.rebarks}
      path={`/api/v1/statuses/${bark.id}/reblogged_by`}
      page={toAccountPage(await rebarkersPage(viewer?.id ?? null, bark.id, FIRST_PAGE))}
      empty={words.noRebarks}
    />
  );
}
