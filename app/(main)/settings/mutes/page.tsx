import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Empty } from "@/app/_ui/empty";
import { MutedAndBlockedList } from "@/app/_features/moderation/muted-and-blocked-list";
import { BackBar } from "@/app/_ui/top-bar";
import { getViewer } from "@/lib/auth/session";
import { mutesPage } from "@/lib/moderation/reads";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Muted people" };

const LIMIT = 20;

export default async function Page() {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.muteSettings));
  const { items, edges } = await mutesPage(viewer.id, { limit: LIMIT });
  const next = edges.length < LIMIT ? null : `/api/v1/mutes?limit=${LIMIT}&max_id=${edges.at(-1)}`;
  return (
    <>
      <BackBar title="Muted people" />
      {items.length === 0 ? (
        <Empty
          title="Nobody"
          sentence="Barks of people you mute stay out of your lists. You can mute somebody from their profile."
        />
      ) : (
        <MutedAndBlockedList verb="mute" first={items} next={next} />
      )}
    </>
  );
}
