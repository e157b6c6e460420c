import { randomBytes } from "node:crypto";
import { z } from "zod";
import { sealSession } from "@/lib/auth/cookie";
import { loginKey } from "@/lib/auth/login";
import { credentialOf, opened } from "@/lib/auth/reads";
import { createApp, createToken, startSession } from "@/lib/auth/writes";
import { newId } from "@/lib/ids";
import { write } from "@/lib/neo4j";
import { portraitFor } from "@/lib/people/portrait";
import { handleKey, lookKey } from "@/lib/people/rules";
import { sceneryFor } from "@/lib/people/scenery";

const Id = z.object({ id: z.string() });

export interface TestPerson {
  id: string;
  handle: string;
}

/** A handle that nobody has, in this run or an earlier one. */
export function freshHandle(): string {
  return `t${randomBytes(8).toString("hex")}`;
}

/** Somebody new, who cannot sign in unless given a hash: the slow hash of a password is for tests of passwords. */
export async function makePerson(handle = freshHandle(), passwordHash: string | null = null): Promise<TestPerson> {
  const id = newId();
  await write(
    "account/create_person",
    {
      id,
      handle,
      handleKey: handleKey(handle),
      lookKey: lookKey(handle),
      name: handle,
      portrait: portraitFor(id),
      header: sceneryFor(id),
      locale: "en",
      email: `${handle}@town.example`,
      emailKey: `${handleKey(handle)}@town.example`,
      passwordHash,
      at: Date.now(),
    },
    Id,
  );
  return { id, handle };
}

/** Several people at once. */
export function makePeople(count: number): Promise<TestPerson[]> {
  return Promise.all(Array.from({ length: count }, () => makePerson()));
}

/** An access token, of an app of its own. @returns the token and the app's credentials */
export async function makeToken(
  personId: string | null,
  scopes = ["read", "write", "follow", "read:location", "write:location"],
): Promise<{ token: string; clientId: string; clientSecret: string }> {
  const app = { name: "Tests", website: null, redirectUris: ["urn:ietf:wg:oauth:2.0:oob"], scopes };
  const { id, clientId, clientSecret } = await createApp(app);
  const { access_token: token } = await createToken(id, scopes, personId);
  return { token, clientId, clientSecret };
}

/** The `Cookie` header of a new web session of somebody, as a browser sends it. */
export async function cookieOf(personId: string): Promise<string> {
  return String((await sealSession(await startSession(personId, null))).split(";")[0]);
}

/** What a request of somebody's own pages brings, in a web session of its own. */
export async function pagesOf(personId: string): Promise<{ headers: Record<string, string> }> {
  return { headers: { cookie: await cookieOf(personId), "sec-fetch-site": "same-origin" } };
}

/** Checks a password as a sign-in does, without its limits. @returns whose it is, null when it is wrong */
export async function authenticate(login: string, password: string): ReturnType<typeof opened> {
  return opened(await credentialOf(loginKey(login)), password);
}
