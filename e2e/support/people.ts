import { z } from "zod";

export const origin = process.env["BARKER_URL"] ?? "http://localhost:3000";

export interface ApiPerson {
  id: string;
  handle: string;
  token: string;
}

interface Ask {
  /** Which Barker, or which part of one. */
  at?: string;
  method?: string;
  token?: string;
  json?: unknown;
  idempotencyKey?: string;
}

/** One request to the API; null when the connection itself failed, as it does while a process restarts. */
export async function api(
  path: string,
  { at = origin, method = "GET", token, json, idempotencyKey }: Ask = {},
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
      signal: AbortSignal.timeout(10_000),
    });
    return { status: response.status, body: await response.json() };
  } catch {
    return null;
  }
}

async function sure<T>(schema: z.ZodType<T>, path: string, ask: Ask): Promise<T> {
  const answer = await api(path, ask);
  if (answer?.status !== 200) throw new Error(`${path} answered ${answer?.status}: ${JSON.stringify(answer?.body)}`);
  return schema.parse(answer.body);
}

const App = z.object({ client_id: z.string(), client_secret: z.string() });
const Token = z.object({ access_token: z.string() });
const Id = z.object({ id: z.string() });

let appToken: Promise<string> | undefined;

async function registerApp(): Promise<string> {
  const scopes = "read write follow read:location write:location";
  const app = await sure(App, "/api/v1/apps", {
    method: "POST",
    json: { client_name: "Tests", redirect_uris: "urn:ietf:wg:oauth:2.0:oob", scopes },
  });
  const grant = { ...app, grant_type: "client_credentials", scope: scopes };
  return (await sure(Token, "/oauth/token", { method: "POST", json: grant })).access_token;
}

let made = 0;

/** A handle that no other test has. */
export function newHandle(): string {
  return `t${process.pid.toString(36)}_${Date.now().toString(36)}_${made++}`;
}

export const PASSWORD = "a bench by the pond";

/** Signs somebody new up through the API; their password is `PASSWORD`. */
export async function signUp(handle = newHandle()): Promise<ApiPerson> {
  const token = await (appToken ??= registerApp());
  const account = {
    username: handle,
    email: `${handle}@example.org`,
    password: PASSWORD,
    agreement: true,
    locale: "en",
  };
  const { access_token } = await sure(Token, "/api/v1/accounts", { method: "POST", token, json: account });
  const { id } = await sure(Id, "/api/v1/accounts/verify_credentials", { token: access_token });
  return { id, handle, token: access_token };
}

/** Barks as somebody, and answers the bark's id. */
export async function bark(author: ApiPerson, status: string): Promise<string> {
  return (await sure(Id, "/api/v1/statuses", { method: "POST", token: author.token, json: { status } })).id;
}

/** Makes one person follow another. */
export async function follow(follower: ApiPerson, followee: ApiPerson): Promise<void> {
  await sure(Id, `/api/v1/accounts/${followee.id}/follow`, { method: "POST", token: follower.token });
}

/** Makes one's own bark say something else. */
export async function edit(author: ApiPerson, id: string, status: string): Promise<void> {
  await sure(Id, `/api/v1/statuses/${id}`, { method: "PUT", token: author.token, json: { status } });
}

/** Does something as somebody that is one POST without a body, such as liking. */
export async function act(person: ApiPerson, path: string): Promise<void> {
  await sure(Id, path, { method: "POST", token: person.token });
}
