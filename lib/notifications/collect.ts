import type { Page } from "@/lib/http/page";
import { byId, pipeline, rangeBehind } from "@/lib/pipeline";
import { cachedAlerts } from "@/lib/notifications/cache";
import type { AlertDecision } from "@/lib/notifications/rules";
import type { AlertKind } from "@/lib/notifications/schema";
import type { AlertParts } from "@/lib/notifications/view";
import { readPrefs } from "@/lib/notifications/graph";
import { evaluateAlerts, type EvaluatedAlert } from "@/lib/notifications/evaluate";

/** The maximum number of alerts that one request scans: as many as the cached list holds. */
export const MAX_SCANNED = 400;
export const ROUND_LIMIT = 100;

/** Which alerts are asked for; by default all that are shown. */
export interface AlertQuery {
  kinds?: ReadonlySet<AlertKind>;
  actorId?: string;
  decisions?: readonly AlertDecision[];
}

/** Reads until `enough` returns true or the list has ended. Always newest first. */
export async function collect(
  personId: string,
  page: Page,
  { kinds, actorId, decisions = ["tell"] }: AlertQuery,
  enough: (found: AlertParts[]) => boolean,
): Promise<AlertParts[]> {
  const prefs = await readPrefs(personId);
  const { from, upward } = byId(page);
  const min = from.min < prefs.clearedTo ? prefs.clearedTo : from.min;
  let scanned = 0;
  return pipeline(
    { from: { ...from, min, limit: Math.min(ROUND_LIMIT, 2 * page.limit) }, parts: Infinity, isFull: enough, upward },
    {
      skeleton: async (range) => {
        const alerts = await cachedAlerts(personId, range);
        const behind = rangeBehind(
          range,
          alerts.map(({ id }) => id),
        );
        scanned += alerts.length;
        return { part: alerts, next: scanned < MAX_SCANNED && behind ? { ...behind, limit: ROUND_LIMIT } : null };
      },
      hydrate: (alerts) =>
        evaluateAlerts(
          personId,
          alerts.filter(({ kind, actorId: by }) => (kinds?.has(kind) ?? true) && by === (actorId ?? by)),
          prefs,
        ),
      filter: async (evaluated) => evaluated.filter(({ decision }) => decisions.includes(decision)),
      present: (found) => found,
    },
  );
}

/** Keeps the alerts with one of these decisions. */
export function withDecision(evaluated: EvaluatedAlert[], decisions: readonly AlertDecision[]): AlertParts[] {
  return evaluated.filter((one) => decisions.includes(one.decision));
}
