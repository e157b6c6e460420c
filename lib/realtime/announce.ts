import { z } from "zod";
import { log } from "@/lib/log";
import { channels } from "@/lib/redis/keys";
import { webRedis } from "@/lib/redis/web";

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
