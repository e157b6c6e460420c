import { bounds, type Page } from "@/lib/http/page";
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
  const slice = { ...bounds(page), limit: Math.min(ROUND_LIMIT, 2 * page.limit) };
  if (slice.min < prefs.clearedTo) slice.min = prefs.clearedTo;
  const found: AlertParts[] = [];
  for (let looked = 0; looked < MAX_SCANNED;) {
    const part = await cachedAlerts(personId, slice);
    const wanted = part.filter(
      (alert) => (kinds?.has(alert.kind) ?? true) && alert.actorId === (actorId ?? alert.actorId),
    );
    const heard = withDecision(await evaluateAlerts(personId, wanted, prefs), decisions);
    if (slice.ascending) found.unshift(...heard);
    else found.push(...heard);
    const [newest, oldest] = [part[0]?.id, part.at(-1)?.id];
    if (part.length < slice.limit || !newest || !oldest || enough(found)) break;
    if (slice.ascending) slice.min = newest;
    else slice.max = oldest;
    looked += part.length;
    slice.limit = ROUND_LIMIT;
  }
  return found;
}

/** Keeps the alerts with one of these decisions. */
export function withDecision(evaluated: EvaluatedAlert[], decisions: readonly AlertDecision[]): AlertParts[] {
  return evaluated.filter((one) => decisions.includes(one.decision));
}
