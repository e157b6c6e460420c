import { digest } from "@/lib/auth/secrets";
import { ScheduledRow, type ScheduledStatus } from "@/lib/barks/scheduled/schema";
import { toScheduled } from "@/lib/barks/scheduled/view";
import { bounds, type Page } from "@/lib/http/page";
import { MAX_ID } from "@/lib/ids";
import { read } from "@/lib/neo4j";

/** A page of somebody's scheduled barks, last scheduled first. */
export async function scheduledPage(personId: string, page: Page): Promise<ScheduledStatus[]> {
  const { max, min, ascending } = bounds(page);
  const query = ascending ? "scheduled/by_person_oldest" : "scheduled/by_person";
  const rows = await read(query, { personId, ids: null, max, min, limit: page.limit }, ScheduledRow);
  return (ascending ? rows.toReversed() : rows).map(toScheduled);
}

/** One of somebody's own scheduled barks, or null. */
export async function readScheduled(personId: string, id: string): Promise<ScheduledStatus | null> {
  const params = { personId, ids: [id], max: MAX_ID, min: "0", limit: 1 };
  const [row] = await read("scheduled/by_person", params, ScheduledRow);
  return row ? toScheduled(row) : null;
}

/** What a scheduled bark stores of the Idempotency-Key of the request that made it; null when it had none. */
export function scheduleKey(personId: string, idempotencyKey: string | null = null): string | null {
  return idempotencyKey ? digest(`${personId} ${idempotencyKey}`) : null;
}

/** The scheduled bark that an earlier request with this Idempotency-Key made. Null when none of these waits. */
export async function scheduledEarlier(
  personId: string,
  idempotencyKey: string | null = null,
): Promise<ScheduledStatus | null> {
  const key = scheduleKey(personId, idempotencyKey);
  const [row] = key === null ? [] : await read("scheduled/by_key", { personId, key }, ScheduledRow);
  return row ? toScheduled(row) : null;
}
