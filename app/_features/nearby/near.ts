import { toSomebody, type Somebody } from "@/app/_features/circles/somebody";
import { followState, type FollowState } from "@/app/_client/follow-state";
import type { Neighbour } from "@/lib/nearby/schema";
import type { FamiliarFollowers, Relationship } from "@/lib/people/schema";

/** A person nearby, with the details of the list. */
export interface Near extends Pick<Neighbour, "from_km" | "to_km" | "degree"> {
  person: Somebody;
  standing: FollowState;
  /** Followed people who follow them, and their number. */
  known: Somebody[];
  count: number;
}

export function toNear(neighbours: Neighbour[], relations: Relationship[], familiar: FamiliarFollowers[]): Near[] {
  const standings = new Map(relations.map((relation) => [relation.id, followState(relation)]));
  const reasons = new Map(familiar.map((reason) => [reason.id, reason]));
  return neighbours.map(({ account, from_km, to_km, degree }) => {
    const reason = reasons.get(account.id);
    return {
      person: toSomebody(account),
      from_km,
      to_km,
      degree,
      standing: standings.get(account.id) ?? "none",
      known: (reason?.accounts ?? []).slice(0, 3).map(toSomebody),
      count: reason?.accounts_count ?? 0,
    };
  });
}
