import type { Viewer } from "@/lib/auth/schema";

/**
 * What people who run the town may be allowed to do, one by one: view and act on reports and appeals; manage people;
 * manage sign-ups and invitations; change the town's settings; decide what may trend; read the log; grant rights.
 */
export const RIGHTS = [...(["reports", "people", "signups", "settings", "trends", "log", "staff"] as const)] as const;
export type Right = (typeof RIGHTS)[number];

/**
 * The rights that were given to a viewer: all of them to an owner, none to somebody who is not staff. They are of no use
 * while the viewer needs a second factor first.
 */
export function givenRights(viewer: Viewer | null): readonly Right[] {
  if (viewer?.isOwner) return RIGHTS;
  return viewer?.rights ?? [];
}

/** The rights that a viewer may use now. */
export function rightsOf(viewer: Viewer | null): readonly Right[] {
  return viewer?.needsTwoFactor ? [] : givenRights(viewer);
}

/** Whether a viewer (null: signed out) has a right and may use it now. */
export function hasRight(viewer: Viewer | null, right: Right): boolean {
  return rightsOf(viewer).includes(right);
}

/** Whether a viewer takes part in running the town, also if they need a second factor first. */
export function isStaff(viewer: Viewer | null): boolean {
  return givenRights(viewer).length > 0;
}
