import { z } from "zod";
import { CONFIRM_MS } from "@/lib/account/rules";
import { requirePassword } from "@/lib/auth/ask-password";
import type { Requester } from "@/lib/auth/schema";
import { endSessions } from "@/lib/auth/writes";
import { ApiError } from "@/lib/errors";
import { idAt } from "@/lib/ids";
import { read, write, IdRow } from "@/lib/neo4j";
import { townSettings } from "@/lib/settings/reads";
import { isLastOwner } from "@/lib/staff/reads";
import { DAY_MS } from "@/lib/time";

const Count = z.object({ count: z.number() });

/** Rows removed per transaction, to keep transactions short. */
const BATCH = {
  acts: 5_000,
  rebarks: 1_000,
  barks: 100,
  own: 500,
  edges: 5_000,
  handles: 500,
  unconfirmed: 100,
} as const;
/** Accounts purged per run. */
const PEOPLE = 5;

/**
 * Requests the deletion of an account: hides the person and all their barks at once. They may cancel it by
 * signing in, for as many days as the town gives; after that the account is purged.
 * @returns when (Unix ms)
 * @throws ApiError invalid when the password is wrong, forbidden for the only owner of the town
 */
export async function requestDeletion(asked: Requester, password: string): Promise<number> {
  await requirePassword(asked, password, "password");
  const { personId } = asked;
  if (await isLastOwner(personId)) throw lastOwner();
  const leavesAt = Date.now() + (await townSettings()).deletion_days * DAY_MS;
  // Afterwards they are nobody's.
  await endSessions(personId);
  const [row] = await write("account/request_deletion", { personId, leavesAt }, IdRow);
  // Another owner may have left meanwhile.
  if (!row && (await isLastOwner(personId))) throw lastOwner();
  return leavesAt;
}

const lastOwner = () =>
  new ApiError("forbidden", {
    message: "You are the only owner of this town. Make somebody else an owner before you leave.",
  });

/** Some of the accounts whose deletion can no longer be cancelled. `now` in Unix ms. */
export async function accountsToPurge(now: number): Promise<string[]> {
  return (await read("account/to_purge", { now, limit: PEOPLE }, IdRow)).map((row) => row.id);
}

/**
 * Purges a deleted account's data from the graph in small transactions. After an interruption it continues where it
 * stopped.
 */
export async function purgePerson(personId: string): Promise<void> {
  await repeat("account/purge_acts", { personId, limit: BATCH.acts });
  await repeat("account/purge_rebarks", { personId, limit: BATCH.rebarks });
  await repeat("account/purge_barks", { personId, limit: BATCH.barks });
  await repeat("account/purge_own", { personId, limit: BATCH.own });
  await repeat("account/purge_edges", { personId, limit: BATCH.edges });
  await write("account/purge_person", { personId }, Count);
}

/** Deletes people who could have come in by confirming their address, and let the link grow old. `now` in Unix ms. */
export function forgetUnconfirmed(now: number): Promise<void> {
  const before = idAt(now - CONFIRM_MS - DAY_MS);
  return repeat("applicants/forget_unconfirmed", { before, limit: BATCH.unconfirmed });
}

/** Releases former handles whose hold has ended. `now` in Unix ms. */
export function releaseFormerHandles(now: number): Promise<void> {
  return repeat("account/release_former_handles", { now, limit: BATCH.handles });
}

/** Repeats a removing query until nothing is left. */
async function repeat(
  query: string,
  params: { limit: number; personId?: string; now?: number; before?: string },
): Promise<void> {
  for (;;) {
    const [removed] = await write(query, params, Count);
    if ((removed?.count ?? 0) < params.limit) return;
  }
}
