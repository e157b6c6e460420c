import { alerts } from "@/app/_words/alerts";
import type { Metadata } from "next";
import { PAGE_SIZE } from "@/app/_client/api";
import Link from "next/link";
import { redirect } from "next/navigation";
import { SlidersHorizontal } from "lucide-react";
import { RequestsRow } from "@/app/(main)/alerts/requests-row";
import { AlertTabs, tabOf, typesOf } from "@/app/(main)/alerts/tabs";
import { AlertsList } from "@/app/_features/alerts/list";
import { AskForPush } from "@/app/_features/push/ask";
import { Empty } from "@/app/_ui/empty";
import { followState } from "@/app/_client/follow-state";
import { getViewer } from "@/lib/auth/session";
import { readMarkers } from "@/lib/markers/reads";
import { groupedPage } from "@/lib/notifications/rows";
import { readPolicy } from "@/lib/notifications/requests";
import { NotificationsQuery } from "@/lib/notifications/input";
import { relationships } from "@/lib/people/reads";
import { paths } from "@/lib/paths";
import { pushKey } from "@/lib/push/reads";

export const metadata: Metadata = { title: alerts.alerts };

/** The alerts page: grouped rows, newest first. */
export default async function AlertsPage({ searchParams }: { searchParams: Promise<{ show?: string }> }) {
  const viewer = await getViewer();
  if (!viewer) redirect(paths.signIn(paths.alerts));
  const tab = tabOf((await searchParams).show);
  const types = typesOf(tab);
  const { wish } = NotificationsQuery.parse(types.length > 0 ? { types: [...types] } : {});
  const [{ span, ...first }, markers, policy] = await Promise.all([
    groupedPage(viewer.id, { limit: PAGE_SIZE }, wish),
    readMarkers(viewer.id, ["notifications"]),
    readPolicy(viewer.id),
  ]);
  const followers = first.notification_groups.flatMap(({ type, sample_account_ids: ids }) =>
    type === "follow" ? ids : [],
  );
  const standings = (await relationships(viewer.id, followers)).map((one) => [one.id, followState(one)]);
  const next = span?.oldest ?? null;
  const key = first.notification_groups.length > 0 ? pushKey() : null;
  return (
    <>
      <header className="sticky top-0 z-(--z-bar) border-b border-line bg-surface">
        <div className="flex min-h-(--bar-top) items-center border-b border-line pe-2 ps-4 desk:ps-5">
          <h1 className="flex-1 text-title font-bold tracking-heading">{alerts.alerts}</h1>
          <Link
            href={paths.notificationSettings}
            aria-label={alerts.alertSettings}
            className="grid size-11 place-items-center"
          >
            <SlidersHorizontal className="size-6" aria-hidden="true" />
          </Link>
        </div>
        <AlertTabs here={tab} />
      </header>
      {tab === "all" && <RequestsRow waiting={policy.summary.pending_requests_count} />}
      {key && <AskForPush vapidKey={key} personId={viewer.id} />}
      <AlertsList
        key={tab}
        first={first}
        next={next}
        types={types}
        viewerId={viewer.id}
        readTo={markers.notifications?.last_read_id ?? "0"}
        standings={Object.fromEntries(standings)}
        empty={
          <Empty
            title={alerts.nothingYet}
            sentence={alerts.aboutAlerts}
            action={{ label: alerts.lookAroundTown, href: paths.town }}
          />
        }
      />
    </>
  );
}
