import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Empty } from "@/app/_ui/empty";
import { MutedAndBlockedList } from "@/app/_features/moderation/muted-and-blocked-list";
import { BackBar } from "@/app/_ui/top-bar";
import { getViewer } from "@/lib/auth/session";
import { blocksPage } from "@/lib/moderation/reads";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Blocked people" };

const LIMIT = 20;

export default async function Page() {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.blockSettings));
  const { items, edges } = await blocksPage(viewer.id, { limit: LIMIT });
  const next = edges.length < LIMIT ? null : `/api/v1/blocks?limit=${LIMIT}&max_id=${edges.at(-1)}`;
  return (
    <>
      <BackBar title="Blocked people" />
      {items.length === 0 ? (
        <Empty
          title="Nobody"
          sentence="Whom you block does not see you, and you do not see them. You can block somebody from their profile."
        />
      ) : (
        <MutedAndBlockedList verb="block" first={items} next={next} />
      )}
    </>
  );
}
