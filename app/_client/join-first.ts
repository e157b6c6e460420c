import { createStore } from "@/app/_client/create-store";
import { newId, tab } from "@/app/_client/device";
import { WAITING_ACT } from "@/app/_client/forget";

/** What a signed-out visitor pressed; it is done once they have joined or signed in. */
export type WaitingAct =
  | { kind: "like" | "rebark" | "bookmark"; id: string; on: true }
  | { kind: "react"; id: string; emoji: string; on: true }
  | { kind: "vote"; id: string; choices: number[]; key: string }
  | { kind: "reply"; id: string }
  | { kind: "choose"; id: string }
  | { kind: "follow"; personId: string; locked: boolean }
  | { kind: "pack"; packId: string };

/** An act with whom it concerns, for the sheet that asks the visitor to join. */
export interface JoinRequest {
  act: WaitingAct;
  /** The person whose bark or profile it is. */
  name: string;
  avatar: string;
}

/** For how long an act waits: who signs in later has forgotten it, or is somebody else. */
const WAITS_MS = 10 * 60_000;

/** An act that waits, with the mark of where signing in for it leads, and the time (Unix ms) at which it was pressed. */
interface KeptAct extends JoinRequest {
  mark: string;
  at: number;
}

/** What the visitor is being asked to join for, or null. */
export const joinRequest = createStore<JoinRequest | null>(null);

/** Whether the visitor is signed in; if not, asks them to join for this act. */
export function signedInFor(viewerId: string | null, request: JoinRequest): boolean {
  if (viewerId === null) joinRequest.set(request);
  return viewerId !== null;
}

/**
 * The part of an address that marks it as where signing in for an act leads. Whoever signs in by another way is not asked
 * to do what somebody else pressed in this window before.
 */
export function newMark(): string {
  return `#for-${newId()}`;
}

/** Keeps an act until somebody has signed in for it. */
export function keepAct(request: JoinRequest, mark: string): void {
  tab.set(WAITING_ACT, JSON.stringify({ ...request, mark, at: Date.now() } satisfies KeptAct));
}

/** The act that waits for somebody who has just signed in, or null. @param next where signing in leads */
export function waitingAct(next: string): JoinRequest | null {
  const kept = tab.get(WAITING_ACT);
  if (kept === null) return null;
  const { mark, at, ...request } = JSON.parse(kept) as KeptAct;
  return next.endsWith(mark) && Math.abs(Date.now() - at) < WAITS_MS ? request : null;
}

/** The act that waits; it is handed out once, and given up when it is another's. @param next where signing in leads */
export function takeAct(next: string): JoinRequest | null {
  const request = waitingAct(next);
  dropAct();
  return request;
}

/** Gives up the act that waits. */
export function dropAct(): void {
  tab.set(WAITING_ACT, null);
}
