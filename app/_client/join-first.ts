import { createStore } from "@/app/_client/create-store";
import { tab } from "@/app/_client/device";
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

/** For how long an act waits: who comes back tomorrow has forgotten it. */
const WAITS_MS = 60 * 60_000;

/** What the visitor is being asked to join for, or null. */
export const joinRequest = createStore<JoinRequest | null>(null);

/** Whether the visitor is signed in; if not, asks them to join for this act. */
export function signedInFor(viewerId: string | null, request: JoinRequest): boolean {
  if (viewerId === null) joinRequest.set(request);
  return viewerId !== null;
}

/** Keeps an act until this window is opened by somebody who is signed in. */
export function keepAct(request: JoinRequest): void {
  tab.set(WAITING_ACT, JSON.stringify({ ...request, at: Date.now() }));
}

/** The act that waits for somebody who has just signed in, or null. */
export function waitingAct(): JoinRequest | null {
  const kept = tab.get(WAITING_ACT);
  if (kept === null) return null;
  const request = JSON.parse(kept) as JoinRequest & { at: number };
  return Date.now() - request.at < WAITS_MS ? request : null;
}

/** The act that waits; it is handed out once. */
export function takeAct(): JoinRequest | null {
  const request = waitingAct();
  tab.set(WAITING_ACT, null);
  return request;
}
