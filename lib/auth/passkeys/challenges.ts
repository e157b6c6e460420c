import { redis } from "@/lib/redis";
import { CHALLENGE_SECONDS, keys } from "@/lib/redis/keys";

/** Stores a challenge until it is answered. @param purpose what the answer may be used for */
export async function storeChallenge(challenge: string, purpose: string): Promise<void> {
  await redis().set(keys.passkeyChallenge(challenge), purpose, CHALLENGE_SECONDS);
}

/** Consumes a challenge: true when it was issued for this purpose, has not expired, and is answered for the first time. */
export async function consumeChallenge(challenge: string, purpose: string): Promise<boolean> {
  if (challenge.length > 200) return false;
  return (await redis().getdel(keys.passkeyChallenge(challenge))) === purpose;
}
