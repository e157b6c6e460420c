import { z } from "zod";
import { log } from "@/lib/log";
import type { Markers } from "@/lib/markers/schema";
import type { LiveEvent } from "@/lib/realtime/events";
import { channels, LIVE_LENGTH, LIVE_SECONDS } from "@/lib/redis/keys";
import { webRedis, webScript } from "@/lib/redis/web";

/**
 * Whose live connections end: all of a person's, only those of one web session (its id) or access
 * token (its hash), or all but those.
 */
export const SignOut = z.object({ personId: z.string(), only: z.string().optional(), keep: z.string().optional() });
export type SignOut = z.infer<typeof SignOut>;

/**
 * Tells every gateway to disconnect somebody. Best effort: a gateway that does not hear it checks
 * its sessions again within five minutes.
 */
export function announceSignOut(who: SignOut): void {
  webRedis()
    .publish(channels.signedOut, JSON.stringify(who))
    .catch((error: unknown) => log().warn({ err: error }, "sign-out not announced"));
}

/** Tells a person's devices how far one of them has read. Best effort: the others learn it when they read markers. */
export function announceRead(personId: string, markers: Markers): void {
  const event: LiveEvent = { type: "read", markers };
  const limits = [LIVE_LENGTH, LIVE_SECONDS].map(String);
  const said = ["read", JSON.stringify(markers), JSON.stringify(event)];
  webScript("tell", [], [personId, String(Date.now()), ...limits, ...said]).catch((error: unknown) =>
    log().debug({ err: error }, "a marker was not announced"),
  );
}
