import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { MutedWords } from "@/app/_features/moderation/words";
import { BackBar } from "@/app/_ui/top-bar";
import { settings as words } from "@/app/_words/settings";
import { getViewer } from "@/lib/auth/session";
import { filtersOf } from "@/lib/filters/reads";
import { toFilter } from "@/lib/filters/view";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: words.privacy.mutedWords };

export default async function Page() {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.wordSettings));
  const filters = await filtersOf(viewer.id);
  return (
    <>
      <BackBar title={words.privacy.mutedWords} />
      <MutedWords first={filters.map(toFilter).toReversed()} viewerId={viewer.id} />
    </>
  );
}
