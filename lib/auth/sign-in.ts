import { ticketFor } from "@/lib/auth/closed";
import { attemptKey } from "@/lib/auth/devices";
import { loginKey } from "@/lib/auth/login";
import { credentialOf, opened } from "@/lib/auth/reads";
import { acceptCode } from "@/lib/auth/two-factor/check";
import { twoFactorRow } from "@/lib/auth/two-factor/reads";
import { cancelDeletion } from "@/lib/auth/writes";
import { ApiError } from "@/lib/errors";
import { callerKey } from "@/lib/http/address";
import { countFailures } from "@/lib/limits/writes";

interface Given {
  login: string;
  password: string;
  /** Whether a person who requested deletion wants to cancel it. */
  returns: boolean;
  /** The second factor; without it, it is asked for where it is needed. */
  code?: string;
}

/** Somebody who signed in. */
interface Entered {
  id: string;
  /** Whether they did with two factors. */
  twoFactor: boolean;
}

/**
 * Signs in with a password, and with a code where two-factor sign-in is on. @returns null when handle or password is wrong
 * @throws Error with one of the codes that our form handles; next-auth puts the message of an error into its answer
 */
export async function signIn(
  { login, password, returns, code = "" }: Given,
  headers: Headers,
): Promise<Entered | null> {
  if (login.length > 320 || password.length > 1_000) return null;
  const person = await tryPassword(loginKey(login), password, headers);
  if (!person) return null;
  if (person.waits) throw new Error("waiting");
  // The code is asked for with the answer, because it works once; until then only the day is told.
  if (person.leavesAt && !person.closed && !returns) throw new Error(`leaving:${person.leavesAt}`);
  const twoFactor = (await twoFactorRow(person.id)) !== null;
  if (twoFactor) await tryCode(person.id, code, headers);
  if (person.closed) throw new Error(`closed:${await ticketFor(person.id)}`);
  if (person.leavesAt && !(await cancelDeletion(person.id))) return null;
  return { id: person.id, twoFactor };
}

/** Attempts are limited per address and per account, in a browser where this person signed in before by itself. */
async function tryCode(personId: string, code: string, headers: Headers): Promise<void> {
  if (code.trim() === "") throw new Error("two_factor");
  const from = { cookie: headers.get("cookie"), address: callerKey(headers) };
  const tries = await attemptKey({ personId, login: personId }, from);
  const isRight = await orSay("too_many_codes", () => acceptCode(personId, code.slice(0, 100), tries));
  if (!isRight) throw new Error("wrong_code");
}

/** Attempts are limited per address, and per account from all addresses. */
async function tryPassword(login: string, password: string, headers: Headers): ReturnType<typeof opened> {
  return orSay("too_many_attempts", async () => {
    const credential = await credentialOf(login);
    const from = { cookie: headers.get("cookie"), address: callerKey(headers) };
    const tries = await attemptKey({ personId: credential?.id ?? null, login }, from);
    return countFailures("signIn", tries, () => opened(credential, password));
  });
}

/** Runs a check, and turns what ends it into a code for our form. @param tooMany the code for too many attempts */
async function orSay<T>(tooMany: string, check: () => Promise<T>): Promise<T> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new Error(error.code === "too_many" ? tooMany : "away", { cause: error });
  }
}
