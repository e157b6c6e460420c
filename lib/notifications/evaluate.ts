import { z } from "zod";
import { readStatuses } from "@/lib/barks/reads";
import { filterList } from "@/lib/filters/reads";
import { read } from "@/lib/neo4j";
import {
  type NotificationPrefs,
  DEFAULT_PREFS,
  type Sender,
  type AlertDecision,
  decideAlert,
} from "@/lib/notifications/rules";
import { type Alert, EditChange, PolicyChoice, ALERT_KINDS, type Policy } from "@/lib/notifications/schema";
import type { AlertParts } from "@/lib/notifications/view";
import { findPeople, viewerRelationships } from "@/lib/people/reads";
import { toAccount } from "@/lib/people/view";
import { sharedLoader } from "@/lib/redis/cache-invalidation";
import { singleton } from "@/lib/singleton";

const PrefsRow = z.object({
  id: z.string(),
  ear: z.object({
    off: z.array(z.enum(ALERT_KINDS)),
    clearedTo: z.string(),
    dismissed: z.array(z.string()),
    policy: z.record(z.string(), PolicyChoice.nullable()),
  }),
});

const SenderRow = z.object({
  id: z.string(),
  followerSince: z.number().nullable(),
  accepted: z.boolean(),
  dismissedTo: z.string(),
});

const EditRow = EditChange.extend({ id: z.string() });

/** An alert with everything that is shown of it, and the decision whether it is. */
export interface EvaluatedAlert extends AlertParts {
  decision: AlertDecision;
}

/** Loads notification preferences, cached for a second; a change invalidates them in all processes. */
export const prefsLoader = singleton("notification-prefs", () =>
  sharedLoader<NotificationPrefs>("notification-prefs", {
    ttl: 1_000,
    size: 5_000,
    load: async (ids) => {
      const rows = await read("notifications/preferences", { ids: [...new Set(ids)] }, PrefsRow);
      return new Map(rows.map(({ id, ear }) => [id, { ...ear, policy: chosen(ear.policy) }]));
    },
  }),
);

/** The notification preferences of a person. */
export async function readPrefs(personId: string): Promise<NotificationPrefs> {
  return (await prefsLoader().get(personId)) ?? DEFAULT_PREFS;
}

/** A complete policy from one of which only some choices are stored. */
function chosen(policy: Record<string, PolicyChoice | null>): Policy {
  const choices = Object.entries(policy).filter(([, choice]) => choice !== null);
  return { ...DEFAULT_PREFS.policy, ...(Object.fromEntries(choices) as Partial<Policy>) };
}

/** Reads what alerts are about and decides on each, in their order. Alerts of people who no longer exist are left out. */
export async function evaluateAlerts(
  personId: string,
  alerts: Alert[],
  prefs: NotificationPrefs,
): Promise<EvaluatedAlert[]> {
  if (alerts.length === 0) return [];
  const actors = [...new Set(alerts.map(({ actorId }) => actorId))];
  const barks = [...new Set(alerts.flatMap(({ barkId }) => barkId ?? []))];
  const [people, statuses, known, rows, changes] = await Promise.all([
    findPeople(actors),
    readStatuses(personId, barks),
    viewerRelationships(personId, actors),
    read("notifications/senders", { personId, ids: actors }, SenderRow),
    readChanges(alerts),
  ]);
  const byId = new Map(people.map((person) => [person.id, person]));
  const passed = await filterList(personId, statuses, "notifications");
  const filtered = new Set(statuses.filter(({ id }) => !passed.some((status) => status.id === id)).map(({ id }) => id));
  const statusOf = new Map(passed.map((status) => [status.id, status]));
  const stands = new Map(rows.map((row) => [row.id, row]));
  const now = Date.now();
  return alerts.flatMap((alert) => {
    const [person, relationship, row] = [byId.get(alert.actorId), known.get(alert.actorId), stands.get(alert.actorId)];
    if (!person || !relationship || !row || filtered.has(alert.barkId ?? "")) return [];
    const sender: Sender = {
      relationship,
      followerSince: row.followerSince,
      accepted: row.accepted,
      dismissedTo: row.dismissedTo,
      joinedAt: person.at,
    };
    const status = statusOf.get(alert.barkId ?? "") ?? null;
    const heard = { alert, account: toAccount(person), status, change: changes.get(alert.id) };
    return [{ ...heard, decision: decideAlert(alert, prefs, sender, status, now) }];
  });
}

/** The changes of text made by the edits among the alerts, by the edits' ids. */
async function readChanges(alerts: Alert[]): Promise<Map<string, EditChange>> {
  const keys = alerts.flatMap(({ kind, id, barkId }) => (kind === "edit" && barkId ? [[barkId, id]] : []));
  if (keys.length === 0) return new Map();
  const rows = await read("notifications/edit_texts", { keys }, EditRow);
  return new Map(rows.map(({ id, ...change }) => [id, change]));
}
