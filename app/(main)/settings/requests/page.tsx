import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Empty } from "@/app/_ui/empty";
import { RequestList } from "@/app/_features/moderation/request-list";
import { BackBar } from "@/app/_ui/top-bar";
import { settings as words } from "@/app/_words/settings";
import { getViewer } from "@/lib/auth/session";
import { requestsPage } from "@/lib/moderation/reads";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: words.privacy.requestsTitle };

const LIMIT = 20;

export default async function Page() {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.requestSettings));
  const { items, edges } = await requestsPage(viewer.id, { limit: LIMIT });
  const next = edges.length < LIMIT ? null : `/api/v1/follow_requests?limit=${LIMIT}&max_id=${edges.at(-1)}`;
  return (
    <>
      <BackBar title={words.privacy.requestsTitle} />
      {items.length === 0 ? (
        <Empty title={words.privacy.nobody} sentence={words.privacy.requestsEmpty} />
      ) : (
        <RequestList first={items} next={next} />
      )}
    </>
  );
}
