import { z } from "zod";
import { emailKey, signUpFaults, TAKEN } from "@/lib/account/rules";
import type { SignUp } from "@/lib/account/schema";
import { hashPassword } from "@/lib/auth/secrets";
import type { FieldFaults } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { isConflict, read, write } from "@/lib/neo4j";
import { portraitFor } from "@/lib/people/portrait";
import { handleKey } from "@/lib/people/rules";
import { sceneryFor } from "@/lib/people/scenery";

const Id = z.object({ id: z.string() });
const Taken = z.object({ handle: z.boolean(), email: z.boolean() });

type SignUpResult = { ok: true; personId: string } | { ok: false; faults: FieldFaults };

/** Creates an account, or says field by field why not. Two at once cannot get the same names. */
export async function signUp(input: SignUp): Promise<SignUpResult> {
  const faults = signUpFaults(input);
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  const names = { handleKey: handleKey(input.username), emailKey: emailKey(input.email) };
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

interface Names {
  handleKey: string;
  emailKey: string;
}

/** Null when somebody gave the handle up a moment ago. */
async function createPerson({ username, email, password, locale }: SignUp, names: Names): Promise<string | null> {
  const id = newId();
  const passwordHash = await hashPassword(password);
  const pictures = { portrait: portraitFor(id), header: sceneryFor(id) };
  const person = { id, handle: username, name: username, locale, at: Date.now() };
  const given = { ...person, ...pictures, ...names, email, passwordHash };
  const [made] = await write("account/create_person", given, Id);
  return made?.id ?? null;
}

async function takenFaults(names: Names): Promise<FieldFaults | null> {
  const [taken] = await read("account/taken", { ...names, now: Date.now() }, Taken);
  if (!taken?.handle && !taken?.email) return null;
  return { ...(taken.handle && { username: [TAKEN.handle] }), ...(taken.email && { email: [TAKEN.email] }) };
}
