import { tellTwoFactor } from "@/lib/auth/two-factor/notices";
import { twoFactorRow } from "@/lib/auth/two-factor/reads";
import { hashRecoveryCode, readCode, stepOf, type GivenCode } from "@/lib/auth/two-factor/rules";
import { unsealSecret } from "@/lib/auth/two-factor/seal";
import type { Requester } from "@/lib/auth/schema";
import { ApiError, invalid } from "@/lib/errors";
import { applyLimit, countFailures } from "@/lib/limits/writes";
import { log } from "@/lib/log";
import { write, IdRow } from "@/lib/neo4j";

/** What is said of a code that was not accepted. */
const WRONG = "This code is not right, or was used already. Please wait for the next one.";

/**
 * Checks a second factor and uses it up: no code works twice, also of two that are sent at once. Failures are counted for
 * an hour and for a day, so that a million codes cannot be tried.
 * @param countedBy the keys that failures are counted under, each separately
 * @returns whether it was right
 * @throws ApiError too_many, away
 */
export async function acceptCode(personId: string, typed: string, countedBy: string[]): Promise<boolean> {
  try {
    return await limitGuesses(countedBy, async () => {
      const given = readCode(typed);
      return given !== null && (await consume(personId, given));
    });
  } catch (error) {
    if (error instanceof ApiError && error.code === "too_many") await tellGuesses(personId);
    throw error;
  }
}

/** Whoever tries many codes knows the password: the owner is told by mail, at most once a day. */
async function tellGuesses(personId: string): Promise<void> {
  const isNews = await applyLimit("guessesTold", personId).then(
    () => true,
    () => false,
  );
  if (isNews) tellTwoFactor(await twoFactorRow(personId), "guesses");
}

/** Runs a check of a code, and counts it when it fails. @throws ApiError too_many, away */
export async function limitGuesses(countedBy: string[], check: () => Promise<boolean>): Promise<boolean> {
  const right = () => check().then((isRight) => isRight || null);
  const result = await countFailures("twoFactor", countedBy, () => countFailures("twoFactorDay", countedBy, right));
  return result === true;
}

/**
 * Requires the second factor of somebody who is signed in, and uses it up.
 * @throws ApiError invalid, too_many, away
 */
export async function requireSecondFactor({ personId, countedBy }: Requester, typed: string): Promise<void> {
  if (!(await acceptCode(personId, typed, [countedBy]))) throw wrongCode();
}

/** The error for a code that was not accepted. */
export function wrongCode() {
  return invalid("code", "ERR_INVALID", WRONG);
}

async function consume(personId: string, given: GivenCode): Promise<boolean> {
  if (given.kind === "recovery") {
    const hash = hashRecoveryCode(personId, given.code);
    return (await write("two_factor/use_recovery_code", { personId, hash }, IdRow)).length > 0;
  }
  const row = await twoFactorRow(personId);
  const secret = row && unsealSecret(personId, row.secret);
  if (row && secret === null) log().warn({ personId }, "the secret of a second factor was sealed with another key");
  const step = row && secret ? stepOf(secret, given.digits, Date.now()) : null;
  if (!row || step === null) return false;
  return (await write("two_factor/use_step", { personId, secret: row.secret, step }, IdRow)).length > 0;
}
