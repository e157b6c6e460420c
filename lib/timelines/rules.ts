import type { Status } from "@/lib/barks/schema";

/**
 * What belongs on somebody's Home: their own barks, and those of people they follow *now*. The
 * timeline may still hold a bark of somebody just unfollowed; this is what keeps it from showing.
 */
export function belongsOnHome(status: Status, readerId: string, followed: Set<string>): boolean {
  return status.account.id === readerId || followed.has(status.account.id);
}
