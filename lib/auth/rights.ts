import type { Viewer } from "@/lib/auth/schema";

/**
 * What people who run the town may be allowed to do, one by one: view and act on reports and appeals; manage people;
 * manage sign-ups and invitations; change the town's settings; decide what may trend; read the log; grant rights.
 */
export const RIGHTS = [...(["reports", "people", "signups", "settings", "trends", "log", "staff"] as const)] as const;
export type Right = (typeof RIGHTS)[number];

/** The rights of a viewer: all of them for an owner, none for somebody who is not staff. */
export function rightsOf(viewer: Viewer | null): readonly Right[] {
  if (viewer?.isOwner) return RIGHTS;
  return viewer?.rights ?? [];
}

/** Whether a viewer (null: signed out) has a right. */
export function hasRight(viewer: Viewer | null, right: Right): boolean {
  return rightsOf(viewer).includes(right);
}

/** Whether a viewer takes part in running the town. */
export function isStaff(viewer: Viewer | null): boolean {
  return rightsOf(viewer).length > 0;
}
