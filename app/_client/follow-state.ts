import type { Relationship } from "@/lib/people/schema";

/** How the viewer stands to somebody, as far as following goes. */
export type FollowState = "none" | "following" | "requested" | "blocked";

export function followState(relationship: Relationship | undefined): FollowState {
  if (relationship?.blocking) return "blocked";
  if (relationship?.following) return "following";
  return relationship?.requested ? "requested" : "none";
}
