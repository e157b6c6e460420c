import type { z } from "zod";
import { digest } from "@/lib/auth/secrets";
import { SCHEDULE_LIMITS } from "@/lib/barks/rules";
import { HeldRow, ScheduledRow, WaitingRow, type HeldStatus, type ScheduledStatus } from "@/lib/barks/scheduled/schema";
import { toHeld, toScheduled } from "@/lib/barks/scheduled/view";
import { bounds, type Page } from "@/lib/http/page";
import { MAX_ID } from "@/lib/ids";
import { read } from "@/lib/neo4j";

/** A page of somebody's scheduled barks, last scheduled first. */
export async function scheduledPage(personId: string, page: Page): Promise<ScheduledStatus[]> {
  const { max, min, ascending } = bounds(page);
  const query = ascending ? "scheduled/by_person_oldest" : "scheduled/by_person";
  const rows = await read(query, { personId, ids: null, held: false, max, min, limit: page.limit }, ScheduledRow);
  return (ascending ? rows.toReversed() : rows).map(toScheduled);
}

/** One of somebody's own scheduled barks, or null. */
export async function readScheduled(personId: string, id: string): Promise<ScheduledStatus | null> {
  const params = { personId, ids: [id], held: false, max: MAX_ID, min: "0", limit: 1 };
  const [row] = await read("scheduled/by_person", params, ScheduledRow);
  return row ? toScheduled(row) : null;
}

/** Somebody's barks that wait for the staff, last written first: all, or one of them. */
export async function heldOf(personId: string, id: string | null = null): Promise<HeldStatus[]> {
  const ids = id === null ? null : [id];
  const params = { personId, ids, held: true, max: MAX_ID, min: "0", limit: SCHEDULE_LIMITS.total };
  return (await read("scheduled/by_person", params, HeldRow)).map(toHeld);
}

/** What a scheduled bark stores of the Idempotency-Key of the request that made it; null when it had none. */
export function scheduleKey(personId: string, idempotencyKey: string | null = null): string | null {
  return idempotencyKey ? digest(`${personId} ${idempotencyKey}`) : null;
}

/**
 * The bark that an earlier request with this Idempotency-Key made and that waits for its time; "held" when it waits for
 * the staff. Null when none waits.
 */
export async function scheduledEarlier(
  personId: string,
  idempotencyKey: string | null = null,
): Promise<ScheduledStatus | "held" | null> {
  const key = scheduleKey(personId, idempotencyKey);
  const [row] = key === null ? [] : await read("scheduled/by_key", { personId, key }, WaitingRow);
  return row ? scheduledOrHeld(row) : null;
}

/** A bark that waits for its time, in Mastodon's format; "held" when it waits for the staff. */
export function scheduledOrHeld({ bark, media }: z.infer<typeof WaitingRow>): ScheduledStatus | "held" {
  return "heldAt" in bark ? "held" : toScheduled({ bark, media });
}
