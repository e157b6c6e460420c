import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Empty } from "@/app/_ui/empty";
import { MutedAndBlockedList } from "@/app/_features/moderation/muted-and-blocked-list";
import { BackBar } from "@/app/_ui/top-bar";
import { settings as words } from "@/app/_words/settings";
import { getViewer } from "@/lib/auth/session";
import { blocksPage } from "@/lib/moderation/reads";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: words.privacy.blockedPeople };

const LIMIT = 20;

export default async function Page() {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.blockSettings));
  const { items, edges } = await blocksPage(viewer.id, { limit: LIMIT });
  const next = edges.length < LIMIT ? null : `/api/v1/blocks?limit=${LIMIT}&max_id=${edges.at(-1)}`;
  return (
    <>
      <BackBar title={words.privacy.blockedPeople} />
      {items.length === 0 ? (
        <Empty title={words.privacy.nobody} sentence={words.privacy.blocksEmpty} />
      ) : (
        <MutedAndBlockedList verb="block" first={items} next={next} />
      )}
    </>
  );
}
