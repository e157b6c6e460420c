import type { Right } from "@/lib/auth/rights";
import { setRole } from "@/lib/staff/writes";
import { suspendByHandle } from "@/lib/strikes/writes";
import { makePerson, makeToken, type TestPerson } from "@/testing/people";

/** Who acts in tests, with all rights. */
export const TESTS = { id: null, name: "the tests" };

/** Makes a person an owner of the town, or gives them only some rights. */
export async function employ({ handle }: TestPerson, rights: Right[] | "owner"): Promise<void> {
  const owner = rights === "owner";
  await setRole(TESTS, { handle, owner, rights: owner ? [] : rights });
}

/** Somebody who may do something to run the town, with a token that has the scopes for it. */
export async function makeStaff(rights: Right[] | "owner"): Promise<TestPerson & { token: string }> {
  const person = await makePerson();
  await employ(person, rights);
  const { token } = await makeToken(person.id, ["read", "write", "admin:read", "admin:write"]);
  return { ...person, token };
}

/** Suspends somebody as `bin/barker` does. @returns their handle, or null when there is no such person */
export const suspend = (handle: string): Promise<string | null> => suspendByHandle(TESTS, handle, true);

/** Lifts a suspension. */
export const unsuspend = (handle: string): Promise<string | null> => suspendByHandle(TESTS, handle, false);
