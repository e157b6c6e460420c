import { z } from "zod";
import { env } from "@/lib/env";
import { ApiError } from "@/lib/errors";
import { householdOf } from "@/lib/household/reads";
import type { Household } from "@/lib/household/schema";
import { newId } from "@/lib/ids";
import { write } from "@/lib/neo4j";
import { DAY_MS } from "@/lib/time";

const Outcome = z.object({ outcome: z.enum(["invited", "joined", "linked", "blocked", "full", "too_soon"]) });
const Count = z.object({ count: z.number() });

/** The maximum number of people in a household, and of open invitations per person. */
const MOST = 8;
/** How long (ms) a person stays in a grid before they may join another: each reveals one more cell of the same place. */
const STAY = 30 * DAY_MS;

const REFUSALS = {
  linked: "One of you shares squares with somebody already.",
  full: "That household is full.",
  too_soon: "One of you changed squares less than 30 days ago. More changes would tell more of where you are.",
} as const;

/**
 * Invites somebody to share one grid with the viewer. Nothing changes until they accept.
 * @throws ApiError not_found, also across a block; forbidden with a reason
 */
export async function invite(viewerId: string, personId: string): Promise<Household> {
  if (viewerId === personId) throw new ApiError("forbidden", { message: "You live with yourself already." });
  return settle(viewerId, await write("household/invite", { viewerId, personId, most: MOST }, Outcome));
}

/**
 * Accepts an invitation. People whose grid changes are hidden until they share their place again.
 * @throws ApiError not_found without an invitation; forbidden with a reason
 */
export async function accept(viewerId: string, personId: string): Promise<Household> {
  const at = Date.now();
  const since = env().BARKER_RATE_LIMITS === "on" ? at - STAY : at;
  const params = { viewerId, personId, id: newId(), at, since, most: MOST };
  return settle(viewerId, await write("household/accept", params, Outcome));
}

/** Declines an invitation, or withdraws one; a no-op without one. */
export async function decline(viewerId: string, personId: string): Promise<Household> {
  await write("household/decline", { viewerId, personId }, Count);
  return householdOf(viewerId);
}

/** Returns to the viewer's own grid, which is the same as before. They are hidden until they share their place again. */
export async function leaveHousehold(viewerId: string): Promise<Household> {
  await write("household/leave", { personId: viewerId }, Count);
  return householdOf(viewerId);
}

function settle(viewerId: string, rows: z.infer<typeof Outcome>[]): Promise<Household> {
  const outcome = rows[0]?.outcome ?? "blocked";
  if (outcome === "blocked") throw new ApiError("not_found");
  if (outcome !== "invited" && outcome !== "joined") throw new ApiError("forbidden", { message: REFUSALS[outcome] });
  return householdOf(viewerId);
}
