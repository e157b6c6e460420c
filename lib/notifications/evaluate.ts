import { readStatuses } from "@/lib/barks/reads";
import { readChanges, readSenders } from "@/lib/notifications/graph";
import { decideAlert, type AlertDecision, type NotificationPrefs, type Sender } from "@/lib/notifications/rules";
import type { Alert } from "@/lib/notifications/schema";
import { toAlertParts, type AlertParts } from "@/lib/notifications/view";
import { findPeople, viewerRelationships } from "@/lib/people/reads";
import { warningsById } from "@/lib/strikes/reads";
import { filterFor } from "@/lib/timelines/reads";

/** An alert with everything that is shown of it, and the decision whether it is. */
export interface EvaluatedAlert extends AlertParts {
  decision: AlertDecision;
}

/** Reads what alerts are about and decides on each, in their order. Alerts of people who no longer exist are left out. */
export async function evaluateAlerts(
  personId: string,
  alerts: Alert[],
  prefs: NotificationPrefs,
): Promise<EvaluatedAlert[]> {
  if (alerts.length === 0) return [];
  const filter = filterFor(personId, "notifications");
  const actors = [...new Set(alerts.map(({ actorId }) => actorId))];
  const barks = [...new Set(alerts.flatMap(({ barkId }) => barkId ?? []))];
  const [people, statuses, known, rows, changes, warnings] = await Promise.all([
    findPeople(actors),
    readStatuses(personId, barks),
    viewerRelationships(personId, actors),
    readSenders(personId, actors),
    readChanges(alerts),
    warningsById(alerts.flatMap(({ kind, id }) => (kind === "warning" ? [id] : []))),
  ]);
  const byId = new Map(people.map((person) => [person.id, person]));
  const passed = await filter(statuses);
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
      isLimited: person.limited === true,
    };
    const status = statusOf.get(alert.barkId ?? "") ?? null;
    const parts = toAlertParts(alert, person, status, {
      change: changes.get(alert.id),
      warning: alert.kind === "warning" ? warnings.get(alert.id) : undefined,
    });
    return [{ ...parts, decision: decideAlert(alert, prefs, sender, status, now) }];
  });
}
