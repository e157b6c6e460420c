import { createHmac } from "node:crypto";
import { env } from "@/lib/env";

/**
 * The key under which a picture's files are kept and found: 32 hexadecimal digits, the same for the same file of the
 * same owner, so that each is kept once. Without the server's secret nobody can compute it, also not who has the file:
 * else an address would confirm that somebody keeps a picture which they showed nobody.
 */
export function pictureKey(ownerId: string, kind: string, bytes: Uint8Array, secret = env().BARKER_SECRET): string {
  return createHmac("sha256", secret).update(`picture ${ownerId} ${kind} `).update(bytes).digest("hex").slice(0, 32);
}
