import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Empty } from "@/app/_ui/empty";
import { MutedAndBlockedList } from "@/app/_features/moderation/muted-and-blocked-list";
import { BackBar } from "@/app/_ui/top-bar";
import { settings as words } from "@/app/_words/settings";
import { getViewer } from "@/lib/auth/session";
import { mutesPage } from "@/lib/moderation/reads";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: words.privacy.mutedPeople };

const LIMIT = 20;

export default async function Page() {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.muteSettings));
  const { items, edges } = await mutesPage(viewer.id, { limit: LIMIT });
  const next = edges.length < LIMIT ? null : `/api/v1/mutes?limit=${LIMIT}&max_id=${edges.at(-1)}`;
  return (
    <>
      <BackBar title={words.privacy.mutedPeople} />
      {items.length === 0 ? (
        <Empty title={words.privacy.nobody} sentence={words.privacy.mutesEmpty} />
      ) : (
        <MutedAndBlockedList verb="mute" first={items} next={next} />
      )}
    </>
  );
}
