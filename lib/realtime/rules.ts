import type { Identity } from "@/lib/auth/schema";
import { permits, type Scope } from "@/lib/auth/scopes";
import type { ServerToClient } from "@/lib/realtime/events";

/** What an app's token needs to hear an event: what it would need to read the same over HTTP. */
const NEEDED = {
  bark: "read:statuses",
  "bark:edited": "read:statuses",
  "bark:deleted": "read:statuses",
  counts: "read:statuses",
  notification: "read:notifications",
  read: "read:statuses",
} as const satisfies Record<Exclude<keyof ServerToClient, "gap" | "signed-out">, Scope>;

type Scoped = keyof typeof NEEDED;

/** Whether a connected device may be told this kind of event. */
export function mayHear(identity: Identity, event: Scoped): boolean {
  return permits(identity, NEEDED[event]);
}

/** Whether there is any event that it may be told; who may hear nothing need not connect. */
export function mayConnect(identity: Identity): boolean {
  return Object.values(NEEDED).some((scope) => permits(identity, scope));
}
