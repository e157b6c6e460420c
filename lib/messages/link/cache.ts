import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { binary } from "@/lib/messages/schema";
import { HexId } from "@/lib/keylog/schema";
import { redis } from "@/lib/redis";
import { keys, LINK_SECONDS } from "@/lib/redis/keys";

/** A mailbox for linking a device, chosen by the new device. */
export const LinkParam = z.object({ id: HexId });
export const LinkBody = z.object({ body: binary(16 * 1024).min(1) });

/** Leaves something encrypted for another device of the same person, for five minutes. */
export async function putLink(personId: string, id: string, body: string): Promise<void> {
  await redis().set(keys.messageLink(personId, id), body, LINK_SECONDS);
}

/** Takes what another device of the same person has left. @throws ApiError not_found while there is nothing */
export async function takeLink(personId: string, id: string): Promise<string> {
  const body = await redis().getdel(keys.messageLink(personId, id));
  if (body === null) throw new ApiError("not_found");
  return body;
}
