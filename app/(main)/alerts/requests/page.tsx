import { alerts } from "@/app/_words/alerts";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Request } from "@/app/(main)/alerts/requests/request";
import { Empty } from "@/app/_ui/empty";
import { BackBar } from "@/app/_ui/top-bar";
import { getViewer } from "@/lib/auth/session";
import { requestsPage } from "@/lib/notifications/requests";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: alerts.filtered };

/** Notification requests: people whose alerts were filtered, to accept or dismiss. */
export default async function Requests() {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.alertRequests));
  const requests = await requestsPage(viewer.id, { limit: 40 });
  return (
    <>
      <BackBar title={alerts.filtered} detail={alerts.peopleUnknown} />
      {requests.length === 0 ? (
        <Empty
          title={alerts.nobodyFiltered}
          sentence={alerts.aboutFiltered}
          action={{ label: alerts.alertSettings, href: paths.notificationSettings }}
        />
      ) : (
        <ul aria-label={alerts.filteredPeople}>
          {requests.map((request) => (
            <Request key={request.id} request={request} />
          ))}
        </ul>
      )}
    </>
  );
}
