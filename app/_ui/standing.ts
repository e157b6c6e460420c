import type { Relationship } from "@/lib/people/schema";

/** How the viewer stands to somebody, as far as following goes. */
export type Standing = "none" | "following" | "requested" | "blocked";

export function standingOf(relationship: Relationship | undefined): Standing {
  if (relationship?.blocking) return "blocked";
  if (relationship?.following) return "following";
  return relationship?.requested ? "requested" : "none";
}
