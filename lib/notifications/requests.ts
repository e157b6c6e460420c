import { bounds, type Page } from "@/lib/http/page";
import { collect, ROUND_LIMIT } from "@/lib/notifications/collect";
import { filtersAnything } from "@/lib/notifications/rules";
import { limitedPeople } from "@/lib/strikes/reads";
import type { NotificationPolicy, NotificationRequest } from "@/lib/notifications/schema";
import { type AlertParts, toRequest } from "@/lib/notifications/view";
import { readPrefs } from "@/lib/notifications/graph";

/** A person's policy for people they do not know, and how many alerts it filters. */
export async function readPolicy(personId: string): Promise<NotificationPolicy> {
  const [{ policy }, aside] = await Promise.all([readPrefs(personId), filteredAlerts(personId)]);
  const people = new Set(aside.map(({ account }) => account.id));
  return {
    ...policy,
    summary: { pending_requests_count: people.size, pending_notifications_count: aside.length },
  };
}

/** A page of notification requests, newest accounts first. */
export async function requestsPage(personId: string, page: Page): Promise<NotificationRequest[]> {
  const { max, min, ascending } = bounds(page);
  const requests = [...byActor(await filteredAlerts(personId)).values()]
    .flatMap((heard) => toRequest(heard) ?? [])
    .filter(({ id }) => id < max && id > min)
    .toSorted((a, b) => (a.id < b.id ? 1 : -1));
  return ascending ? requests.slice(-page.limit) : requests.slice(0, page.limit);
}

/** One notification request by its account's id, or null. */
export async function findRequest(personId: string, actorId: string): Promise<NotificationRequest | null> {
  return toRequest((await filteredAlerts(personId)).filter(({ account }) => account.id === actorId));
}

/** The filtered alerts among those that one request scans, newest first. */
async function filteredAlerts(personId: string): Promise<AlertParts[]> {
  const [{ policy }, limited = []] = await Promise.all([readPrefs(personId), limitedPeople().get("all")]);
  if (!filtersAnything(policy, limited.length > 0)) return [];
  return collect(personId, { limit: ROUND_LIMIT }, { decisions: ["filter"] }, () => false);
}

function byActor(heard: AlertParts[]): Map<string, AlertParts[]> {
  const people = new Map<string, AlertParts[]>();
  for (const one of heard) people.set(one.account.id, [...(people.get(one.account.id) ?? []), one]);
  return people;
}
