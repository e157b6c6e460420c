import { randomBytes } from "node:crypto";
import { sealSession } from "@/lib/auth/cookie";
import { loginKey } from "@/lib/auth/login";
import { credentialOf, opened } from "@/lib/auth/reads";
import { createApp, createToken, startSession } from "@/lib/auth/writes";
import { newId } from "@/lib/ids";
import { write, IdRow } from "@/lib/neo4j";
import { portraitFor } from "@/lib/drawings/portrait";
import { handleKey, lookKey } from "@/lib/people/rules";
import { sceneryFor } from "@/lib/drawings/scenery";

export interface TestPerson {
  id: string;
  handle: string;
}

/** A handle that no person of this or an earlier run has. */
export function freshHandle(): string {
  return `t${randomBytes(8).toString("hex")}`;
}

/** Creates a person. Without a hash they cannot sign in; only tests of passwords need the slow hash. */
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
    IdRow,
  );
  return { id, handle };
}

/** Creates several people concurrently. */
export function makePeople(count: number): Promise<TestPerson[]> {
  return Promise.all(Array.from({ length: count }, () => makePerson()));
}

/** Creates an access token and its own app. @returns the token and the app's credentials */
export async function makeToken(
  personId: string | null,
  scopes = ["read", "write", "follow", "read:location", "write:location"],
): Promise<{ token: string; clientId: string; clientSecret: string }> {
  const app = { name: "Tests", website: null, redirectUris: ["urn:ietf:wg:oauth:2.0:oob"], scopes };
  const { id, clientId, clientSecret } = await createApp(app);
  const { access_token: token } = await createToken(id, scopes, personId);
  return { token, clientId, clientSecret };
}

/** Starts a web session of a person. @returns its `Cookie` header, as a browser sends it */
export async function cookieOf(personId: string): Promise<string> {
  return String((await sealSession(await startSession(personId, null))).split(";")[0]);
}

/** Starts a web session of a person. @returns the headers of a request from Barker's own pages */
export async function pagesOf(personId: string): Promise<{ headers: Record<string, string> }> {
  return { headers: { cookie: await cookieOf(personId), "sec-fetch-site": "same-origin" } };
}

/** Checks a password as signing in does, without rate limits. @returns the person, null when it is wrong */
export async function authenticate(login: string, password: string): ReturnType<typeof opened> {
  return opened(await credentialOf(loginKey(login)), password);
}
