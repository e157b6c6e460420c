import { askJson } from "@/bench/http";

export interface Benchmarker {
  id: string;
  token: string;
}

let appToken: Promise<string> | undefined;

async function register(): Promise<string> {
  const app = await askJson<{ client_id: string; client_secret: string }>("/api/v1/apps", {
    method: "POST",
    json: {
      client_name: "Bench",
      redirect_uris: "urn:ietf:wg:oauth:2.0:oob",
      scopes: "read write follow read:location write:location",
    },
  });
  const { access_token } = await askJson<{ access_token: string }>("/oauth/token", {
    method: "POST",
    json: { ...app, grant_type: "client_credentials", scope: "read write follow read:location write:location" },
  });
  return access_token;
}

let made = 0;

/** Signs a person up through the API, as an app does. */
export async function makePerson(): Promise<Benchmarker> {
  const token = await (appToken ??= register());
  const username = `bench_${Date.now().toString(36)}_${made++}`;
  const { access_token } = await askJson<{ access_token: string }>("/api/v1/accounts", {
    method: "POST",
    token,
    json: {
      username,
      email: `${username}@example.org`,
      password: "a heron on the weir",
      agreement: true,
      locale: "en",
    },
  });
  const { id } = await askJson<{ id: string }>("/api/v1/accounts/verify_credentials", { token: access_token });
  return { id, token: access_token };
}

/** Signs up `count` people, four at a time, because each needs an Argon2id hash. */
export async function makePeople(count: number): Promise<Benchmarker[]> {
  const people: Benchmarker[] = [];
  while (people.length < count) {
    const batch = Math.min(4, count - people.length);
    people.push(...(await Promise.all(Array.from({ length: batch }, makePerson))));
  }
  return people;
}

export async function follow(follower: Benchmarker, followee: Benchmarker): Promise<void> {
  await askJson(`/api/v1/accounts/${followee.id}/follow`, { method: "POST", token: follower.token });
}

export async function bark(author: Benchmarker, status: string): Promise<void> {
  await askJson("/api/v1/statuses", { method: "POST", token: author.token, json: { status } });
}
