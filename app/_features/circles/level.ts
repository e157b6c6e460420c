import { toReached, type Reached } from "@/app/_features/circles/somebody";
import { followState, type FollowState } from "@/app/_client/follow-state";
import type { CircleEntry } from "@/lib/circles/schema";
import type { Relationship } from "@/lib/people/schema";

/** A person in the list of a circle. */
export interface Listed extends Reached {
  standing: FollowState;
}

/** One circle: its strongest people, and the address of the next page. */
export interface Level {
  degree: number;
  people: Listed[];
  /** The number of people in it; a lower bound when `sampled`. */
  total: number;
  sampled: boolean;
  next: string | null;
}

export function toListed(entries: CircleEntry[], relations: Relationship[]): Listed[] {
  const standings = new Map(relations.map((relation) => [relation.id, followState(relation)]));
  return entries.map((entry) => ({ ...toReached(entry), standing: standings.get(entry.account.id) ?? "none" }));
}
