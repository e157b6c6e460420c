import { emailKey } from "@/lib/auth/login";
import { portraitFor } from "@/lib/drawings/portrait";
import { sceneryFor } from "@/lib/drawings/scenery";
import { newId } from "@/lib/ids";
import { IdRow, write } from "@/lib/neo4j";
import { handleKey, lookKey } from "@/lib/people/rules";
import { signUpForm } from "@/testing/api";

/** Somebody who asked to join and cannot sign in, whatever way the town takes people in. @returns the id of the request */
export async function makeApplicant(): Promise<string> {
  const { username, email, locale } = signUpForm();
  const id = newId();
  const person = { id, handle: username, name: username, locale, at: Date.now(), email, passwordHash: "" };
  const keys = { handleKey: handleKey(username), lookKey: lookKey(username), emailKey: emailKey(email) };
  const pictures = { portrait: portraitFor(id), header: sceneryFor(id) };
  const request = { reason: "I mend clocks at the mill.", until: Number.MAX_SAFE_INTEGER, entersWhenConfirmed: false };
  await write("applicants/create", { ...person, ...keys, ...pictures, ...request }, IdRow);
  return id;
}
