import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Empty } from "@/app/_ui/empty";
import { RequestList } from "@/app/_features/moderation/request-list";
import { BackBar } from "@/app/_ui/top-bar";
import { getViewer } from "@/lib/auth/session";
import { requestsPage } from "@/lib/moderation/reads";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Follow requests" };

const LIMIT = 20;

export default async function Page() {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.requestSettings));
  const { items, edges } = await requestsPage(viewer.id, { limit: LIMIT });
  const next = edges.length < LIMIT ? null : `/api/v1/follow_requests?limit=${LIMIT}&max_id=${edges.at(-1)}`;
  return (
    <>
      <BackBar title="Follow requests" />
      {items.length === 0 ? (
        <Empty title="Nobody" sentence="When you approve your followers, those who ask are listed here." />
      ) : (
        <RequestList first={items} next={next} />
      )}
    </>
  );
}
