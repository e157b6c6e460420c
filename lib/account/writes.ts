import { accountFacts, hasLookAlike, ownAccount, takenFaults, type Names } from "@/lib/account/reads";
import {
  emailFault,
  GUESSABLE,
  HANDLE_RESERVED_MS,
  passwordFault,
  signUpFaults,
  TAKEN,
  wrongHandle,
} from "@/lib/account/rules";
import type { SignUp } from "@/lib/account/schema";
import { isGuessable } from "@/lib/account/guessable";
import { requirePassword } from "@/lib/auth/ask-password";
import { passkeysOf } from "@/lib/auth/passkeys/reads";
import type { Passkey } from "@/lib/auth/passkeys/schema";
import type { Requester } from "@/lib/auth/schema";
import { emailKey } from "@/lib/auth/login";
import { hashPassword } from "@/lib/auth/secrets";
import { endSessions, forgetIdentity } from "@/lib/auth/writes";
import { ApiError, invalidFields, type FieldFaults } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { isConflict, write, IdRow } from "@/lib/neo4j";
import { portraitFor } from "@/lib/drawings/portrait";
import { handleKey, lookKey } from "@/lib/people/rules";
import { sceneryFor } from "@/lib/drawings/scenery";
import type { CredentialAccount } from "@/lib/people/schema";

type SignUpResult = { ok: true; personId: string } | { ok: false; faults: FieldFaults };

/** Creates an account, or returns the errors field by field. Handle and e-mail stay unique under concurrency. */
export async function signUp(input: SignUp): Promise<SignUpResult> {
  const faults = signUpFaults(input);
  const { username, email, password } = input;
  if (!faults["password"] && (await isGuessable(password, [username, email]))) faults["password"] = [GUESSABLE];
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  const names = { handleKey: handleKey(username), lookKey: lookKey(username), emailKey: emailKey(email) };
  const taken = await takenFaults(names);
  if (taken) return { ok: false, faults: taken };
  try {
    const personId = await createPerson(input, names);
    return personId ? { ok: true, personId } : { ok: false, faults: { username: [TAKEN.handle] } };
  } catch (error) {
    const lost = isConflict(error) ? await takenFaults(names) : null;
    if (lost) return { ok: false, faults: lost };
    throw error;
  }
}

/** Null when the handle was given up a moment ago and is reserved now. */
async function createPerson({ username, email, password, locale }: SignUp, names: Names): Promise<string | null> {
  const id = newId();
  const passwordHash = await hashPassword(password);
  const pictures = { portrait: portraitFor(id), header: sceneryFor(id) };
  const person = { id, handle: username, name: username, locale, at: Date.now() };
  const given = { ...person, ...pictures, ...names, email, passwordHash };
  const [made] = await write("account/create_person", given, IdRow);
  return made?.id ?? null;
}

/**
 * Changes a password and ends all other sessions and tokens, except the one of this request.
 * @returns the passkeys that still sign in
 * @throws ApiError invalid, too_many
 */
export async function changePassword(
  asked: Requester,
  { current, wanted }: { current: string; wanted: string },
): Promise<Passkey[]> {
  const { personId } = asked;
  const fault = passwordFault(wanted);
  if (fault) throw invalidFields({ new_password: [fault] });
  await requirePassword(asked, current, "current_password");
  const own = await accountFacts(personId);
  if (await isGuessable(wanted, [own.handle, own.email ?? ""])) throw invalidFields({ new_password: [GUESSABLE] });
  const passwordHash = await hashPassword(wanted);
  await write("account/change_password", { personId, passwordHash, at: Date.now() }, IdRow);
  await endSessions(personId, asked.credential);
  return passkeysOf(personId);
}

/**
 * Changes a person's e-mail address.
 * @throws ApiError invalid
 */
export async function changeEmail(asked: Requester, email: string, password: string): Promise<void> {
  const fault = emailFault(email);
  if (fault) throw invalidFields({ email: [fault] });
  await requirePassword(asked, password, "password");
  try {
    await write("account/change_email", { personId: asked.personId, email, emailKey: emailKey(email) }, IdRow);
  } catch (error) {
    throw isConflict(error) ? invalidFields({ email: [TAKEN.email] }) : error;
  }
}

/**
 * Changes a person's handle. The old one leads to them for 30 days and is reserved meanwhile.
 * @throws ApiError invalid; forbidden for the demo's visitor
 */
export async function changeHandle(personId: string, handle: string): Promise<CredentialAccount> {
  const fault = wrongHandle(handle);
  if (fault) throw invalidFields({ handle: [fault] });
  // The demo finds its visitor by the handle.
  if ((await accountFacts(personId)).email === null) {
    throw new ApiError("forbidden", { message: "A visitor of the demo keeps its handle." });
  }
  const at = Date.now();
  const names = { handle, handleKey: handleKey(handle), lookKey: lookKey(handle) };
  if (await hasLookAlike(names.lookKey, personId)) {
    const taken = await takenFaults({ ...names, emailKey: "" });
    throw invalidFields({ handle: taken?.["username"] ?? [TAKEN.alike] });
  }
  try {
    const given = { personId, ...names, at, until: at + HANDLE_RESERVED_MS };
    const [changed] = await write("account/change_handle", given, IdRow);
    if (!changed) throw invalidFields({ handle: [TAKEN.handle] });
  } catch (error) {
    throw isConflict(error) ? invalidFields({ handle: [TAKEN.handle] }) : error;
  }
  await forgetIdentity(personId);
  return ownAccount(personId);
}
