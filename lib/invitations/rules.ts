import type { TownSettings } from "@/lib/settings/schema";
import { DAY_MS } from "@/lib/time";

/** How many people one invitation may bring, how many of them somebody may have open, and how long (ms) one lasts. */
export const INVITATION_LIMITS = { uses: 100, open: 20, ms: 365 * DAY_MS } as const;

/** Whether somebody may make invitations in this town. */
export function mayInvite({ registrations, invitations }: TownSettings, isStaff: boolean): boolean {
  return registrations !== "closed" && (invitations === "everybody" || isStaff);
}

/** Whether an invitation still lets somebody in. @param now Unix ms */
export function isOpen(
  { most, uses, until }: { most: number | null; uses: number; until: number | null },
  now: number,
): boolean {
  return (most === null || uses < most) && (until === null || until > now);
}
