import { createStore } from "@/app/_client/create-store";
import { device } from "@/app/_client/device";
import type { FollowState } from "@/app/_client/follow-state";

/** What a page knows of its outbox; small, for it is there from the first moment. */
export interface OutboxStatus {
  /** The keys of barks that wait. */
  barks: ReadonlySet<string>;
  others: number;
  /** Why they wait. */
  why: "away" | "signed-out" | null;
  /** How the viewer stands to people whom they followed or left while that could not be sent. */
  standings: ReadonlyMap<string, FollowState>;
}

/** Who is signed in on this page, and how it tells them something. */
export interface OutboxProvider {
  personId: string;
  say: (sentence: string) => void;
}

export const NOTHING_WAITS: OutboxStatus = { barks: new Set(), others: 0, why: null, standings: new Map() };

/** What waits, for everything on the page that shows it. */
export const outboxStatus = createStore(NOTHING_WAITS);
let host: OutboxProvider | null = null;

export function setWaiting(patch: Partial<OutboxStatus>): void {
  outboxStatus.set({ ...outboxStatus.get(), ...patch });
}

export function setFollowState(personId: string, standing: FollowState | null): void {
  const standings = new Map(outboxStatus.get().standings);
  if (standing === null) standings.delete(personId);
  else standings.set(personId, standing);
  setWaiting({ standings });
}

/** Whose outbox this page fills; null before somebody is known. */
export const outboxProvider = (): OutboxProvider | null => host;

export function setOutboxProvider(next: OutboxProvider | null): void {
  host = next;
}

/** Kept beside the outbox, so that a page knows without opening it, and hears when another one fills it. */
export const flagOf = (personId: string): string => `outbox:${personId}`;

/** Whether something of this person waits here: then what they do next waits behind it. */
export function hasQueued(personId: string): boolean {
  return device.get(flagOf(personId)) !== null;
}
