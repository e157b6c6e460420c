import { z } from "zod";
import { log } from "@/lib/log";
import type { Markers } from "@/lib/markers/schema";
import type { LiveEvent } from "@/lib/realtime/events";
import { redis } from "@/lib/redis";
import { channels, keys } from "@/lib/redis/keys";

/**
 * Which live connections end: all of a person, only those of one web session (its id) or access
 * token (its hash), or all but those.
 */
export const SignOutMessage = z.object({
  personId: z.string(),
  only: z.string().optional(),
  keep: z.string().optional(),
});
export type SignOutMessage = z.infer<typeof SignOutMessage>;

/**
 * Tells every gateway to disconnect somebody. Best effort: a gateway that misses it checks
 * its sessions again within five minutes.
 */
export function announceSignOut(who: SignOutMessage): void {
  redis()
    .publish(channels.signedOut, JSON.stringify(who))
    .catch((error: unknown) => log().warn({ err: error }, "sign-out not announced"));
}

/** The interval (ms) at which read alerts are removed from devices that are not connected, several at a time. */
const RECALL_MS = 2_000;

/** Sends a person's new markers to their devices. Best effort: the others see them when they next read markers. */
export function announceRead(personId: string, markers: Markers): void {
  const event: LiveEvent = { type: "read", markers };
  const where = [keys.listening, keys.live(personId), keys.online(personId)];
  const said = ["read", JSON.stringify(markers), JSON.stringify(event)];
  redis()
    .runScript("publish_event", where, [personId, String(Date.now()), ...said])
    .catch((error: unknown) => log().debug({ err: error }, "a marker was not announced"));
  if (markers.notifications) recallPushes(personId);
}

/** Lets devices that are not connected close notifications that were read elsewhere. Best effort as well. */
function recallPushes(personId: string): void {
  const involved = [keys.pushes, keys.pushTold(personId), keys.pushWaiting(personId)];
  const due = (Math.ceil(Date.now() / RECALL_MS) + 1) * RECALL_MS;
  redis()
    .runScript("push_recall", involved, [personId, String(due)])
    .catch((error: unknown) => log().debug({ err: error }, "shown pushes were not recalled"));
}
