import { away } from "@/lib/errors";
import { keys } from "@/lib/redis/keys";
import { viaRedis } from "@/lib/redis/web";

/** How long (s) somebody may take to use their authenticator. */
const SECONDS = 300;

/** Stores a challenge until it is answered. @param purpose what the answer may be used for */
export async function storeChallenge(challenge: string, purpose: string): Promise<void> {
  await viaRedis((redis) => redis.set(keys.passkeyChallenge(challenge), purpose, { ex: SECONDS })).catch(
    (error: unknown) => {
      throw away(error);
    },
  );
}

/** Consumes a challenge: true when it was issued for this purpose, has not expired, and is answered for the first time. */
export async function consumeChallenge(challenge: string, purpose: string): Promise<boolean> {
  if (challenge.length > 200) return false;
  const kept = await viaRedis((redis) => redis.getdel<string>(keys.passkeyChallenge(challenge))).catch(
    (error: unknown) => {
      throw away(error);
    },
  );
  return kept === purpose;
}
