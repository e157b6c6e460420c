import { alerts } from "@/app/_words/alerts";
import { Tabs } from "@/app/_ui/tabs";
import type { NotificationType } from "@/lib/notifications/schema";
import { paths } from "@/lib/paths";

const TABS = {
  all: { label: alerts.all, types: [] },
  replies: { label: alerts.replies, types: ["mention", "quote"] },
  people: { label: alerts.people, types: ["follow", "follow_request", "status"] },
} as const satisfies Record<string, { label: string; types: readonly NotificationType[] }>;

export type AlertsTab = keyof typeof TABS;

/** The tab of an address. */
export function tabOf(show: string | undefined): AlertsTab {
  return show === "replies" || show === "people" ? show : "all";
}

/** The alert types of a tab; an empty list means all. */
export function typesOf(tab: AlertsTab): readonly NotificationType[] {
  return TABS[tab].types;
}

/** Tabs for all alerts, replies, and people. */
export function AlertTabs({ here }: { here: AlertsTab }) {
  const tabs = Object.entries(TABS).map(([tab, { label }]) => ({
    label,
    href: tab === "all" ? paths.alerts : paths.alertsOf(tab),
    here: tab === here,
  }));
  return <Tabs label={alerts.whichAlerts} tabs={tabs} replace scroll={false} />;
}
