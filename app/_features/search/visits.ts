import type { PersonWithFollowState } from "@/app/_client/relationships";

/** The people that a search had found, and the scroll offset (px). */
export interface Visit {
  people: PersonWithFollowState[];
  ended: boolean;
  at: number;
}

const MAX_VISITS = 10;
/** The last searches while the app is open, so that going back restores them. */
const visits = new Map<string, Visit>();

const keyOf = (viewerId: string | null, q: string) => `${viewerId ?? ""} ${q}`;

export function lastVisit(viewerId: string | null, q: string): Visit | undefined {
  return visits.get(keyOf(viewerId, q));
}

export function keepVisit(viewerId: string | null, q: string, visit: Visit): void {
  forgetVisit(viewerId, q);
  visits.set(keyOf(viewerId, q), visit);
  const [oldest] = visits.keys();
  if (oldest !== undefined && visits.size > MAX_VISITS) visits.delete(oldest);
}

export function forgetVisit(viewerId: string | null, q: string): void {
  visits.delete(keyOf(viewerId, q));
}
