import { z } from "zod";
import { hasPassword } from "@/lib/auth/reads";
import type { Requester, Viewer } from "@/lib/auth/schema";
import { limitGuesses, requireSecondFactor, wrongCode } from "@/lib/auth/two-factor/check";
import { isTwoFactorDemanded } from "@/lib/auth/two-factor/demand";
import { tellTwoFactor } from "@/lib/auth/two-factor/notices";
import { twoFactorRow } from "@/lib/auth/two-factor/reads";
import {
  enrolmentUri,
  hashRecoveryCode,
  newRecoveryCodes,
  newTotpSecret,
  readCode,
  stepOf,
} from "@/lib/auth/two-factor/rules";
import type { Enrolment } from "@/lib/auth/two-factor/schema";
import { sealSecret, unsealSecret } from "@/lib/auth/two-factor/seal";
import { forgetIdentity } from "@/lib/auth/writes";
import { isStaff } from "@/lib/auth/rights";
import { ApiError } from "@/lib/errors";
import { write, IdRow } from "@/lib/neo4j";
import { redis } from "@/lib/redis";
import { ENROLMENT_SECONDS, keys } from "@/lib/redis/keys";

/** A secret that waits for its first code. */
const Pending = z.object({ personId: z.string(), secret: z.string() });

const ON_ALREADY = "Two-factor sign-in is on already.";

/**
 * Begins to turn on two-factor sign-in: the secret waits ten minutes, for this web session only, until a code shows that
 * an app has it. Beginning again replaces it.
 * @param town the name of the town, which the app shows
 * @throws ApiError forbidden when it is on, or the account has no password
 */
export async function beginTwoFactor(viewer: Viewer, { credential }: Requester, town: string): Promise<Enrolment> {
  if (await twoFactorRow(viewer.id)) throw new ApiError("forbidden", { message: ON_ALREADY });
  if (!(await hasPassword(viewer.id)))
    throw new ApiError("forbidden", { message: "Two-factor sign-in goes with a password, and this account has none." });
  const secret = newTotpSecret();
  const pending: z.infer<typeof Pending> = { personId: viewer.id, secret: sealSecret(viewer.id, secret) };
  await redis().set(keys.twoFactorPending(credential), JSON.stringify(pending), ENROLMENT_SECONDS);
  return { secret, uri: enrolmentUri(secret, { town, handle: viewer.handle }) };
}

/**
 * Turns on two-factor sign-in with the first code of the app. The person is told by mail.
 * @returns the recovery codes, which are stored as hashes only
 * @throws ApiError invalid for a wrong code, and when nothing waits in this session; forbidden when it is on already; too_many
 */
export async function finishTwoFactor(asked: Requester, typed: string): Promise<string[]> {
  const { personId, credential, countedBy } = asked;
  const kept = await redis().get(keys.twoFactorPending(credential));
  const pending = kept === null ? null : Pending.parse(JSON.parse(kept));
  const secret = pending?.personId === personId ? unsealSecret(personId, pending.secret) : null;
  if (!pending || secret === null)
    throw new ApiError("invalid", { message: "This took too long. Please begin again." });
  const given = readCode(typed);
  const step = given?.kind === "digits" ? stepOf(secret, given.digits, Date.now()) : null;
  if (!(await limitGuesses([countedBy], async () => step !== null))) throw wrongCode();
  const codes = newRecoveryCodes();
  const hashes = codes.map((code) => hashRecoveryCode(personId, code));
  const change = { personId, session: credential, secret: pending.secret, step, codes: hashes, at: Date.now() };
  const [on] = await write("two_factor/turn_on", change, IdRow);
  await redis().getdel(keys.twoFactorPending(credential));
  if (!on) throw new ApiError("forbidden", { message: ON_ALREADY });
  await forgetIdentity(personId);
  tellTwoFactor(await twoFactorRow(personId), "on");
  return codes;
}

/**
 * Replaces the recovery codes, for which the second factor is needed once more. The person is told by mail.
 * @returns the new ones
 * @throws ApiError invalid for a wrong code, also when it is off; too_many
 */
export async function replaceRecoveryCodes(asked: Requester, typed: string): Promise<string[]> {
  await requireSecondFactor(asked, typed);
  const codes = newRecoveryCodes();
  const hashes = codes.map((code) => hashRecoveryCode(asked.personId, code));
  await write("two_factor/replace_recovery_codes", { personId: asked.personId, codes: hashes }, IdRow);
  tellTwoFactor(await twoFactorRow(asked.personId), "codes");
  return codes;
}

/**
 * Turns off two-factor sign-in, for which the second factor is needed once more. The person is told by mail.
 * @throws ApiError invalid for a wrong code, also when it is off; forbidden for staff whose town demands it; too_many
 */
export async function turnOffTwoFactor(viewer: Viewer, asked: Requester, typed: string): Promise<void> {
  if (isStaff(viewer) && (await isTwoFactorDemanded()))
    throw new ApiError("forbidden", { message: "People who run this town need two-factor sign-in." });
  await requireSecondFactor(asked, typed);
  const row = await twoFactorRow(viewer.id);
  await write("two_factor/turn_off", { personId: viewer.id }, IdRow);
  await forgetIdentity(viewer.id);
  tellTwoFactor(row, "off");
}
