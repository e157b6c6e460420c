import { redis } from "@/lib/redis";
import { CHALLENGE_SECONDS, keys } from "@/lib/redis/keys";

/** Keeps a challenge until it is answered. @param purpose what the answer may be used for */
export async function keepChallenge(challenge: string, purpose: string): Promise<void> {
  await redis().set(keys.passkeyChallenge(challenge), purpose, CHALLENGE_SECONDS);
}

/** Whether a challenge was given for this purpose lately, and is answered for the first time. */
export async function takeChallenge(challenge: string, purpose: string): Promise<boolean> {
  if (challenge.length > 200) return false;
  return (await redis().getdel(keys.passkeyChallenge(challenge))) === purpose;
}
