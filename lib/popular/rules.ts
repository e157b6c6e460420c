import { idTime } from "@/lib/ids";
import { HOUR_MS } from "@/lib/time";
import { ActKind, type Act } from "@/lib/popular/schema";

/** The weight of an act by its kind, as in lib/redis/lua/_popular.lua. */
export const WEIGHT: Record<ActKind, number> = { like: 1, reaction: 1, reply: 2, rebark: 3, quote: 3 };
/**
 * What each distinct person adds to a score, as in lib/redis/lua/_popular.lua: a score holds the weight of the acts and
 * the number of people, exact for up to 16 million; with equal weights, the bark with more people is first.
 */
export const PERSON = 2 ** -24;
/** The maximum number of popular barks. */
export const POPULAR_LENGTH = 100;

/** How many people have to act on a bark before it is popular: what one person likes says nothing about the town. */
export const LEAST_PEOPLE = 2;

/** The member of an act in Redis: one per kind, person and bark. */
export function memberOf({ barkId, kind, personId }: Act): string {
  return `${barkId} ${kind} ${personId}`;
}

/** When (Unix ms) an act was done; "" if it was undone. */
export function timeOf({ id }: Act): string {
  return id === null ? "" : String(idTime(id));
}

/** The number of distinct people that a score includes. */
export function peopleOf(score: number): number {
  return Math.round((score % 1) / PERSON);
}

/** The scores of barks from these acts, within the hour before `now` (Unix ms). */
export function scoresOf(acts: Act[], now: number): Map<string, number> {
  const counted = new Map(acts.map((act) => [memberOf(act), act]));
  const scores = new Map<string, number>();
  const seen = new Set<string>();
  for (const { barkId, personId, kind, id } of counted.values()) {
    if (id === null || idTime(id) <= now - HOUR_MS) continue;
    const pair = `${barkId} ${personId}`;
    scores.set(barkId, (scores.get(barkId) ?? 0) + WEIGHT[kind] + (seen.has(pair) ? 0 : PERSON));
    seen.add(pair);
  }
  return scores;
}

/** Every act that one person can have on a bark, completed with undone ones where the graph returned only some. */
export function allActs(barkId: string, personId: string, found: Pick<Act, "kind" | "id">[]): Act[] {
  const ids = new Map<ActKind, string>();
  // The newest of several reactions counts.
  for (const { kind, id } of found) if (id !== null && id > (ids.get(kind) ?? "")) ids.set(kind, id);
  return ActKind.options.map((kind) => ({ barkId, personId, kind, id: ids.get(kind) ?? null }));
}
