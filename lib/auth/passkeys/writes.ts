import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { z } from "zod";
import { storeChallenge, consumeChallenge } from "@/lib/auth/passkeys/challenges";
import { credentialsOf } from "@/lib/auth/passkeys/reads";
import {
  PasskeyRow,
  toPasskey,
  type NewCredential,
  type Passkey,
  type UsedCredential,
} from "@/lib/auth/passkeys/schema";
import type { Viewer } from "@/lib/auth/schema";
import { forgetIdentity } from "@/lib/auth/writes";
import { env } from "@/lib/env";
import { ApiError, invalid } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { log } from "@/lib/log";
import { isConflict, read, write, IdRow } from "@/lib/neo4j";

const MOST = 20;
const SIGN_IN = "sign-in";
const Used = z.object({ personId: z.string() });
const Stored = z.object({
  personId: z.string(),
  passkey: z.object({
    credential: z.string(),
    publicKey: z.string(),
    counter: z.number(),
    transports: z.array(z.string()),
  }),
});

/** The site that passkeys are bound to. */
const site = () => ({ expectedOrigin: env().BARKER_ORIGIN, expectedRPID: new URL(env().BARKER_ORIGIN).hostname });

/** The WebAuthn options with which a browser creates a passkey. */
export async function registrationOptions(viewer: Viewer) {
  const options = await generateRegistrationOptions({
    rpName: "Barker",
    rpID: site().expectedRPID,
    userID: new TextEncoder().encode(viewer.id),
    userName: viewer.handle,
    userDisplayName: viewer.name,
    excludeCredentials: await credentialsOf(viewer.id),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  await storeChallenge(options.challenge, `register ${viewer.id}`);
  return options;
}

/**
 * Adds a passkey that a browser created.
 * @throws ApiError invalid when it does not verify, or is registered already
 */
export async function addPasskey(viewer: Viewer, response: NewCredential, name: string): Promise<Passkey> {
  const refused = invalid("credential", "ERR_INVALID", "The passkey could not be added. Please try again.");
  const { registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => consumeChallenge(challenge, `register ${viewer.id}`),
    ...site(),
  }).catch(because(refused));
  if (!registrationInfo) throw refused;
  const { id: credential, publicKey, counter } = registrationInfo.credential;
  const passkey = {
    id: newId(),
    credential,
    publicKey: Buffer.from(publicKey).toString("base64url"),
    counter,
    transports: response.response.transports ?? [],
    name,
    at: Date.now(),
  };
  try {
    const [row] = await write("passkeys/create", { personId: viewer.id, passkey, most: MOST }, PasskeyRow);
    if (!row) throw invalid("credential", "ERR_TOO_MANY", `You can have ${MOST} passkeys. Remove one first.`);
    await forgetIdentity(viewer.id);
    return toPasskey(row);
  } catch (error) {
    throw isConflict(error) ? refused : error;
  }
}

/** Renames one of the person's passkeys. @throws ApiError not_found */
export async function renamePasskey(personId: string, id: string, name: string): Promise<Passkey> {
  const [row] = await write("passkeys/rename", { personId, id, name }, PasskeyRow);
  if (!row) throw new ApiError("not_found");
  return toPasskey(row);
}

/** Removes one of the person's passkeys. False when they have none with that id. */
export async function removePasskey(personId: string, id: string): Promise<boolean> {
  const removed = await write("passkeys/remove", { personId, id }, IdRow);
  await forgetIdentity(personId);
  return removed.length > 0;
}

/** Removes all passkeys of a person. @returns how many there were */
export async function removePasskeys(personId: string): Promise<number> {
  const removed = await write("passkeys/remove_all", { personId }, IdRow);
  await forgetIdentity(personId);
  return removed.length;
}

/** The WebAuthn options with which a browser signs in by any passkey it has for this site. */
export async function signInOptions() {
  const options = await generateAuthenticationOptions({ rpID: site().expectedRPID, userVerification: "required" });
  await storeChallenge(options.challenge, SIGN_IN);
  return options;
}

/** The WebAuthn options for using one of the person's passkeys. @param purpose what the answer may be used for */
export async function confirmationOptions(personId: string, purpose: string) {
  const options = await generateAuthenticationOptions({
    rpID: site().expectedRPID,
    userVerification: "required",
    allowCredentials: await credentialsOf(personId),
  });
  await storeChallenge(options.challenge, purpose);
  return options;
}

/**
 * Verifies the use of a passkey. @returns the id of its owner
 * @param purpose the purpose its challenge must have been made for; signing in by default
 * @throws ApiError unauthorized, without the reason
 */
export async function checkPasskey(response: UsedCredential, purpose = SIGN_IN): Promise<string> {
  const refused = new ApiError("unauthorized", { message: "This passkey is not accepted here." });
  const [stored] = await read("passkeys/by_credential", { credential: response.id }, Stored);
  if (!stored) throw refused;
  const { credential, publicKey, counter, transports } = stored.passkey;
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => consumeChallenge(challenge, purpose),
    credential: { id: credential, publicKey: new Uint8Array(Buffer.from(publicKey, "base64url")), counter, transports },
    ...site(),
  }).catch(because(refused));
  if (!verified) throw refused;
  const used = { credential, counter: authenticationInfo.newCounter, at: Date.now() };
  const [row] = await write("passkeys/used", used, Used);
  if (!row) throw refused;
  return row.personId;
}

/** The library throws for every invalid passkey; an unavailable store is a different error. */
function because(refused: ApiError): (error: unknown) => never {
  return (error) => {
    if (error instanceof ApiError) throw error;
    log().debug({ err: error }, "passkey rejected");
    throw refused;
  };
}
