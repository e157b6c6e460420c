import { requirePassword } from "@/lib/auth/ask-password";
import { passkeysOf } from "@/lib/auth/passkeys/reads";
import type { UsedCredential } from "@/lib/auth/passkeys/schema";
import { checkPasskey, confirmationOptions } from "@/lib/auth/passkeys/writes";
import { hasPassword } from "@/lib/auth/reads";
import type { ConfirmationWays, Requester } from "@/lib/auth/schema";
import { ApiError } from "@/lib/errors";
import { redis } from "@/lib/redis";
import { CONFIRMED_SECONDS, keys } from "@/lib/redis/keys";

/** The purpose of a confirmation's challenge: bound to this person and session. */
const purposeOf = ({ personId, credential }: Requester) => `confirm ${personId} ${credential}`;

/** The WebAuthn options with which a browser confirms by one of the person's passkeys. */
export function optionsToConfirm(asked: Requester) {
  return confirmationOptions(asked.personId, purposeOf(asked));
}

/**
 * Confirms, for this session and a few minutes, that the owner is present.
 * @throws ApiError invalid or unauthorized when the password or passkey is wrong, too_many
 */
export async function confirm(
  asked: Requester,
  given: { password?: string; credential?: UsedCredential },
): Promise<void> {
  if (given.credential) {
    const owner = await checkPasskey(given.credential, purposeOf(asked));
    if (owner !== asked.personId) throw new ApiError("unauthorized");
  } else await requirePassword(asked, given.password ?? "", "password");
  await redis().set(keys.confirmed(asked.credential), `by ${asked.personId}`, CONFIRMED_SECONDS);
}

/**
 * Requires a recent confirmation, for actions whose effect would outlast a stolen session. People with neither a
 * password nor a passkey, such as the demo's visitor, are not asked.
 * @throws ApiError unconfirmed, with the ways to confirm
 */
export async function requireConfirmation({ personId, credential }: Requester): Promise<void> {
  const kept = await redis().get(keys.confirmed(credential));
  if (kept === `by ${personId}`) return;
  const [password, passkeys] = await Promise.all([hasPassword(personId), passkeysOf(personId)]);
  const ways: ConfirmationWays = { password, passkey: passkeys.length > 0 };
  if (ways.password || ways.passkey) throw new ApiError("unconfirmed", { fields: { ways } });
}
