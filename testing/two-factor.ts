import { Secret, TOTP } from "otpauth";
import { vi } from "vitest";
import { hashPassword } from "@/lib/auth/secrets";
import { Enrolment, RecoveryCodes } from "@/lib/auth/two-factor/schema";
import { call, type Answer } from "@/testing/api";
import { cookieOf, makePerson, type TestPerson } from "@/testing/people";

export const PASSWORD = "a bench by the pond";

let hash: Promise<string> | undefined;
/** The slow hash is computed once. */
const hashed = () => (hash ??= hashPassword(PASSWORD));

/** What an authenticator app with this secret shows at a time (Unix ms). */
export function digitsAt(secret: string, at: number): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });
}

/** A web session of a person that can confirm with their password. */
export async function sessionOf(personId: string, cookie?: string) {
  const sent = cookie ?? (await cookieOf(personId));
  const headers = { cookie: sent, "sec-fetch-site": "same-origin" };
  const ask = (method: string, path: string, json?: unknown): Promise<Answer> =>
    call(method, `/api/v1/barker/${path}`, { headers, json });
  return {
    headers,
    ask,
    confirm: (password: string) => ask("POST", "confirmation", { password }),
    begin: () => ask("POST", "two_factor"),
    finish: (code: string) => ask("POST", "two_factor/finish", { code }),
    off: (code: string) => ask("POST", "two_factor/off", { code }),
    newCodes: (code: string) => ask("POST", "two_factor/recovery_codes", { code }),
    state: async () => (await ask("GET", "two_factor")).json,
  };
}

/** A person with the password `PASSWORD`. */
export async function withPassword(): Promise<TestPerson> {
  return makePerson(undefined, await hashed());
}

/** Somebody with two-factor sign-in, and the session that turned it on, which can confirm for five minutes. */
export async function protectedPerson() {
  const person = await withPassword();
  const own = await sessionOf(person.id);
  await own.confirm(PASSWORD);
  const { secret } = Enrolment.parse((await own.begin()).json);
  const used = digitsAt(secret, Date.now());
  const { codes } = RecoveryCodes.parse((await own.finish(used)).json);
  return { person, own, secret, codes, used };
}

/** Puts the clock of a test with a false one forward, to the next code of every app. */
export function later(): void {
  vi.setSystemTime(Date.now() + 30_000);
}
