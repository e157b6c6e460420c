import { toReached, type Reached } from "@/app/_features/circles/somebody";
import { followState, type FollowState } from "@/app/_client/follow-state";
import type { CircleEntry } from "@/lib/circles/schema";
import type { Relationship } from "@/lib/people/schema";

/** Somebody of a circle in its list. */
export interface Listed extends Reached {
  standing: FollowState;
}

/** One circle: its strongest, and where the next are read from. */
export interface Level {
  degree: number;
  people: Listed[];
  /** How many people it has; at least so many when `sampled`. */
  total: number;
  sampled: boolean;
  next: string | null;
}

export function toListed(entries: CircleEntry[], relations: Relationship[]): Listed[] {
  const standings = new Map(relations.map((relation) => [relation.id, followState(relation)]));
  return entries.map((entry) => ({ ...toReached(entry), standing: standings.get(entry.account.id) ?? "none" }));
}
