import { z } from "zod";
import { env } from "@/lib/env";
import { ApiError } from "@/lib/errors";
import { gridOf } from "@/lib/household/reads";
import { write } from "@/lib/neo4j";
import { sharingOf } from "@/lib/nearby/reads";
import { decide, MOVE_HISTORY_MS } from "@/lib/nearby/rules";
import type { Location, LocationInput } from "@/lib/nearby/schema";
import { shuffleKeyOf, secretsOf } from "@/lib/nearby/secrets";
import { toLocation } from "@/lib/nearby/view";
import { HOUR_MS } from "@/lib/time";

const Count = z.object({ count: z.number() });
/** How often a write is retried when another device changed the place in between. */
const TRIES = 5;
/** Places and sharing states that are deleted per transaction. */
const BATCH = 1_000;

/**
 * Shows a person around a place for some hours, from now on or, after a move, a little later. Only the centre of the cell
 * is stored.
 * @throws ApiError too_fast, too_many, not_found; away when other devices kept changing it
 */
export async function shareLocation(personId: string, input: LocationInput): Promise<Location> {
  const limits = env().BARKER_RATE_LIMITS === "on";
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const [before, grid] = await Promise.all([sharingOf(personId), gridOf(personId)]);
    const now = Date.now();
    const claim = {
      place: { latitude: input.latitude, longitude: input.longitude },
      precision: input.precision_km,
      until: now + Math.round(input.hours * HOUR_MS),
    };
    const decision = decide(before, claim, secretsOf(grid), { now, chance: Math.random(), limits });
    if (!decision.ok) throw refusal(decision);
    const { spots, moves, mine } = decision;
    const version = before?.version ?? 0;
    const params = {
      personId,
      version,
      spots,
      moves,
      shuffleKey: shuffleKeyOf(personId),
      until: now + MOVE_HISTORY_MS,
    };
    const [row] = await write("nearby/share", params, Count);
    if (row && row.count > 0) return toLocation(mine);
  }
  throw new ApiError("away", { retryAfter: 1 });
}

/** Hides a person at once. Nothing is kept of their place; the times of moves are kept for a day. */
export async function hideLocation(personId: string): Promise<void> {
  await write("nearby/hide", { personId }, Count);
}

/** Deletes expired places, and the history of moves a day later. `now` in Unix ms. */
export async function deleteExpiredPlaces(now = Date.now()): Promise<void> {
  for (const query of ["nearby/forget_spots", "nearby/forget_sharings"] as const) {
    for (let count = BATCH; count === BATCH;) {
      const [row] = await write(query, { now, limit: BATCH }, Count);
      count = row?.count ?? 0;
    }
  }
}

function refusal(decision: { reason: "too_fast" } | { reason: "too_many"; retryAfter: number }): ApiError {
  if (decision.reason === "too_fast") return new ApiError("too_fast");
  const message = "You have moved a lot. Your last place stays shown; please try again later.";
  return new ApiError("too_many", { message, retryAfter: decision.retryAfter });
}
