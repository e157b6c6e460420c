import { z } from "zod";
import { createApp, createToken } from "@/lib/auth/writes";
import { hashPassword } from "@/lib/auth/secrets";
import { cookieOf, makePerson } from "@/testing/people";

export const origin = process.env["BARKER_URL"] ?? "http://localhost:3000";

const SCOPES = ["read", "write", "follow", "read:location", "write:location"];

export interface ApiPerson {
  id: string;
  handle: string;
  token: string;
}

interface Ask {
  /** The origin of another Barker, or of one of its processes. */
  at?: string;
  method?: string;
  token?: string;
  json?: unknown;
  idempotencyKey?: string;
  /** How long (ms) it may take. */
  within?: number;
}

/** One request to the API; null when the connection failed, as it does while a process restarts. */
export async function api(
  path: string,
  { at = origin, method = "GET", token, json, idempotencyKey, within = 10_000 }: Ask = {},
): Promise<{ status: number; body: unknown } | null> {
  try {
    const response = await fetch(at + path, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(json !== undefined && { "content-type": "application/json" }),
        ...(idempotencyKey && { "idempotency-key": idempotencyKey }),
      },
      body: json === undefined ? undefined : JSON.stringify(json),
      signal: AbortSignal.timeout(within),
    });
    return { status: response.status, body: await response.json() };
  } catch {
    return null;
  }
}

async function sure<T>(schema: z.ZodType<T>, path: string, ask: Ask): Promise<T> {
  // A machine that does other things as well may be slow, which is not what these tests are about.
  const answer = await api(path, { ...ask, within: 30_000 });
  if (answer?.status !== 200) throw new Error(`${path} answered ${answer?.status}: ${JSON.stringify(answer?.body)}`);
  return schema.parse(answer.body);
}

const Id = z.object({ id: z.string() });

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

let made = 0;

/** A handle that no other test has. */
export function newHandle(): string {
  return `t${process.pid.toString(36)}_${Date.now().toString(36)}_${made++}`;
}

export const PASSWORD = "a bench by the pond";

/** The slow hash is computed once per process; join.spec.ts and account.spec.ts test the real way. */
const hashed = once(() => hashPassword(PASSWORD));
const app = once(() =>
  createApp({ name: "Tests", website: null, redirectUris: ["urn:ietf:wg:oauth:2.0:oob"], scopes: SCOPES }),
);

/** Creates a person in the database with an app's token; their password is `PASSWORD`. */
export async function signUp(handle = newHandle()): Promise<ApiPerson> {
  const [passwordHash, { id: appId }] = await Promise.all([hashed(), app()]);
  const { id } = await makePerson(handle, passwordHash);
  return { id, handle, token: (await createToken(appId, SCOPES, id)).access_token };
}

/** The cookie of a new web session, as signing in sets it. */
export async function sessionCookie(person: ApiPerson): Promise<{ name: string; value: string }> {
  const [name = "", value = ""] = (await cookieOf(person.id)).split("=");
  return { name, value };
}

/** Creates a bark and returns its id. */
export async function bark(author: ApiPerson, status: string): Promise<string> {
  return (await sure(Id, "/api/v1/statuses", { method: "POST", token: author.token, json: { status } })).id;
}

/** Makes one person follow another. */
export async function follow(follower: ApiPerson, followee: ApiPerson): Promise<void> {
  await sure(Id, `/api/v1/accounts/${followee.id}/follow`, { method: "POST", token: follower.token });
}

/** Reacts to a bark with an emoji. */
export async function react(person: ApiPerson, id: string, emoji: string): Promise<void> {
  const path = `/api/v1/barker/statuses/${id}/reactions/${encodeURIComponent(emoji)}`;
  await sure(Id, path, { method: "PUT", token: person.token });
}

/** Edits one's own bark. */
export async function edit(author: ApiPerson, id: string, status: string): Promise<void> {
  await sure(Id, `/api/v1/statuses/${id}`, { method: "PUT", token: author.token, json: { status } });
}

/** Sends a POST without a body, such as a like. */
export async function act(person: ApiPerson, path: string): Promise<void> {
  await sure(Id, path, { method: "POST", token: person.token });
}

/** Reports a person. @returns the id of the report */
export function reported(reporter: ApiPerson, json: object): Promise<{ id: string }> {
  return sure(Id, "/api/v1/reports", { method: "POST", token: reporter.token, json });
}
