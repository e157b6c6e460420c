import type { Identity } from "@/lib/auth/schema";
import { permits, type Scope } from "@/lib/auth/scopes";
import type { ServerToClient } from "@/lib/realtime/events";
import { Cursor } from "@/lib/realtime/schema";

/** The scope that an app's token needs for an event: the one it would need to read the same over HTTP. */
const NEEDED = {
  bark: "read:statuses",
  "bark:edited": "read:statuses",
  "bark:deleted": "read:statuses",
  counts: "read:statuses",
  notification: "read:notifications",
  read: "read:statuses",
  e2ee: "messages",
} as const satisfies Record<Exclude<keyof ServerToClient, "gap" | "announcement" | "signed-out">, Scope>;

type Scoped = keyof typeof NEEDED;

/** Whether a connected device may receive this kind of event. */
export function mayReceive(identity: Identity, event: Scoped): boolean {
  return permits(identity, NEEDED[event]);
}

/** Whether a device may receive any event at all; otherwise it need not connect. */
export function mayConnect(identity: Identity): boolean {
  return Object.values(NEEDED).some((scope) => permits(identity, scope));
}

/** Whether a cursor is well-formed: a malformed one is answered with `gap`, not with an error of Redis. */
export function isCursor(cursor: unknown): cursor is string {
  return Cursor.safeParse(cursor).success;
}

/** Whether event `a` comes after event `b` in a stream. */
export function isAfter(a: string, b: string): boolean {
  const [aMs = "", aSeq = ""] = a.split("-");
  const [bMs = "", bSeq = ""] = b.split("-");
  return compare(aMs, bMs) > 0 || (aMs === bMs && compare(aSeq, bSeq) > 0);
}

function compare(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
