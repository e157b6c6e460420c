import type { TownSettings } from "@/lib/settings/schema";
import { DAY_MS } from "@/lib/time";

/** How many people one invitation may bring, how many of them somebody may have open, and how long (ms) one lasts. */
export const INVITATION_LIMITS = { uses: 100, open: 20, ms: 365 * DAY_MS } as const;

/** Whether somebody may make invitations in this town. */
export function mayInvite({ registrations, invitations }: TownSettings, isStaff: boolean): boolean {
  return registrations !== "closed" && (invitations === "everybody" || isStaff);
}

/** What decides whether an invitation lets somebody in. `until` in Unix ms; null stands for no limit. */
interface Bounds {
  most: number | null;
  uses: number;
  until: number | null;
  /** Whether who made it may bring people in now. */
  hostMay: boolean;
}

/** Whether an invitation still lets somebody in. @param now Unix ms */
export function isOpen({ most, uses, until, hostMay }: Bounds, now: number): boolean {
  return hostMay && (most === null || uses < most) && (until === null || until > now);
}

/** The fields of a new invitation that only staff may leave without a limit. */
export function unlimitedFields(wanted: { max_uses: number | null; expires_in: number | null }): string[] {
  return (["max_uses", "expires_in"] as const).filter((field) => wanted[field] === null);
}
