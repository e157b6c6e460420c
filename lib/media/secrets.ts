import { createHmac } from "node:crypto";
import { env } from "@/lib/env";

/**
 * The key of a picture's files: 32 hexadecimal digits, the same for the same file of the same owner, so that each is
 * stored once. It needs the server's secret, so that not even somebody who has the file can compute the address and find
 * out who keeps that picture unpublished.
 */
export function pictureKey(ownerId: string, kind: string, bytes: Uint8Array, secret = env().BARKER_SECRET): string {
  return createHmac("sha256", secret).update(`picture ${ownerId} ${kind} `).update(bytes).digest("hex").slice(0, 32);
}
