import { createStore } from "@/app/_client/create-store";
import type { Relationship } from "@/lib/people/schema";

/** Whether the viewer follows somebody, requested to, or blocks them. */
export type FollowState = "none" | "following" | "requested" | "blocked";

export function followState(relationship: Relationship | undefined): FollowState {
  if (relationship?.blocking) return "blocked";
  if (relationship?.following) return "following";
  return relationship?.requested ? "requested" : "none";
}

/** A change of a relationship on this page. */
export interface FollowChange {
  /** It is being sent to the server, or waits for a connection. */
  pending: FollowState | null;
  /** The server's answer to the last change; null before there is one. */
  told: FollowState | null;
}

/** By person, for all of their follow buttons on this page. */
export const followChanges = createStore<ReadonlyMap<string, FollowChange>>(new Map());

/** Begins, continues or ends a change. Answers to earlier changes no longer count. */
export function setFollowChange(personId: string, patch: Partial<FollowChange>): void {
  const before = followChanges.get().get(personId);
  const change = before?.pending ? before : { pending: null, told: null };
  followChanges.set(new Map(followChanges.get()).set(personId, { ...change, ...patch }));
}
