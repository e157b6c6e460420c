import { ticketFor } from "@/lib/auth/closed";
import { attemptKey } from "@/lib/auth/devices";
import { loginKey } from "@/lib/auth/login";
import { credentialOf, opened } from "@/lib/auth/reads";
import { cancelDeletion } from "@/lib/auth/writes";
import { ApiError } from "@/lib/errors";
import { callerKey } from "@/lib/http/address";
import { countFailures } from "@/lib/limits/writes";

interface Given {
  login: string;
  password: string;
  /** Whether a person who requested deletion wants to cancel it. */
  returns: boolean;
}

/**
 * Signs in with a password. @returns the id of the person, or null when handle or password is wrong
 * @throws Error with one of the codes that our form handles; next-auth puts the message of an error into its answer
 */
export async function signIn({ login, password, returns }: Given, headers: Headers): Promise<string | null> {
  if (login.length > 320 || password.length > 1_000) return null;
  const person = await tryPassword(loginKey(login), password, headers);
  if (person?.waits) throw new Error("waiting");
  if (person?.closed) throw new Error(`closed:${await ticketFor(person.id)}`);
  if (!person?.leavesAt) return person?.id ?? null;
  if (!returns) throw new Error(`leaving:${person.leavesAt}`);
  return (await cancelDeletion(person.id)) ? person.id : null;
}

/** Attempts are limited per address, and per account from all addresses. */
async function tryPassword(login: string, password: string, headers: Headers): ReturnType<typeof opened> {
  try {
    const credential = await credentialOf(login);
    const from = { cookie: headers.get("cookie"), address: callerKey(headers) };
    const tries = await attemptKey({ personId: credential?.id ?? null, login }, from);
    return await countFailures("signIn", tries, () => opened(credential, password));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new Error(error.code === "too_many" ? "too_many_attempts" : "away", { cause: error });
  }
}
