import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Request } from "@/app/(main)/alerts/requests/request";
import { Empty } from "@/app/_ui/empty";
import { BackBar } from "@/app/_ui/top-bar";
import { getViewer } from "@/lib/auth/session";
import { requestsPage } from "@/lib/notifications/requests";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Put aside" };

/** Notification requests: people whose alerts were filtered, to accept or dismiss. */
export default async function Requests() {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.alertRequests));
  const requests = await requestsPage(viewer.id, { limit: 40 });
  return (
    <>
      <BackBar title="Put aside" detail="People you may not know" />
      {requests.length === 0 ? (
        <Empty
          title="Nobody waits here"
          sentence="Whom your settings put aside, you find here."
          action={{ label: "Alert settings", href: paths.notificationSettings }}
        />
      ) : (
        <ul aria-label="People put aside">
          {requests.map((request) => (
            <Request key={request.id} request={request} />
          ))}
        </ul>
      )}
    </>
  );
}
