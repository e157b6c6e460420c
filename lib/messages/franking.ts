import { createHmac } from "node:crypto";
import { concat, fromHex, toBase64Url } from "@/lib/bytes/encoding";
import { env } from "@/lib/env";

/** What the server vouches for: that an account sent something with this tag to a conversation, and when. */
interface Franked {
  /** The sender's commitment to the content, 32 bytes. */
  tag: Uint8Array;
  accountId: string;
  conversationId: string;
  /** Unix ms. */
  at: number;
}

/**
 * The server's franking of a message, base64url: HMAC-SHA256 over tag, account, conversation and time under a key that
 * only the server has. With it a recipient can prove later who sent something that only they can read.
 */
export function frankOf({ tag, accountId, conversationId, at }: Franked): string {
  const key = createHmac("sha256", env().BARKER_SECRET).update("message franking").digest();
  const time = new Uint8Array(8);
  new DataView(time.buffer).setBigUint64(0, BigInt(at));
  const said = concat(tag, fromHex(accountId), fromHex(conversationId), time);
  return toBase64Url(createHmac("sha256", key).update(said).digest());
}
