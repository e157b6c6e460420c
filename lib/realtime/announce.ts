import { z } from "zod";
import { log } from "@/lib/log";
import type { Markers } from "@/lib/markers/schema";
import type { LiveEvent } from "@/lib/realtime/events";
import { channels, keys, LIVE_LENGTH, LIVE_SECONDS } from "@/lib/redis/keys";
import { viaRedis, webScript } from "@/lib/redis/web";

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
  viaRedis((redis) => redis.publish(channels.signedOut, JSON.stringify(who))).catch((error: unknown) =>
    log().warn({ err: error }, "sign-out not announced"),
  );
}

/** The interval (ms) at which read alerts are removed from devices that are not connected, several at a time. */
const RECALL_MS = 2_000;
const RECALL_SECONDS = 24 * 3_600;

/** Sends a person's new markers to their devices. Best effort: the others see them when they next read markers. */
export function announceRead(personId: string, markers: Markers): void {
  const event: LiveEvent = { type: "read", markers };
  const limits = [LIVE_LENGTH, LIVE_SECONDS].map(String);
  const said = ["read", JSON.stringify(markers), JSON.stringify(event)];
  webScript("publish_event", [], [personId, String(Date.now()), ...limits, ...said]).catch((error: unknown) =>
    log().debug({ err: error }, "a marker was not announced"),
  );
  if (markers.notifications) recallPushes(personId);
}

/** Lets devices that are not connected close notifications that were read elsewhere. Best effort as well. */
function recallPushes(personId: string): void {
  const involved = [keys.pushes, keys.pushTold(personId), keys.pushWaiting(personId)];
  const due = (Math.ceil(Date.now() / RECALL_MS) + 1) * RECALL_MS;
  const args = [personId, due, RECALL_SECONDS].map(String);
  webScript("push_recall", involved, args).catch((error: unknown) =>
    log().debug({ err: error }, "shown pushes were not recalled"),
  );
}
