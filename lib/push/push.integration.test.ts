import { createECDH, randomBytes } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { WebPushSubscription } from "@/lib/push/schema";
import { driver } from "@/lib/neo4j";
import { call } from "@/testing/api";
import { count } from "@/testing/graph";
import { cookieOf, makePerson, makeToken } from "@/testing/people";

afterAll(() => driver().close());

const PATH = "/api/v1/push/subscription";

function browserKeys() {
  return {
    p256dh: createECDH("prime256v1").generateKeys().toString("base64url"),
    auth: randomBytes(16).toString("base64url"),
  };
}

const newEndpoint = () => `https://push.example.org/${randomBytes(8).toString("hex")}`;

async function app(scopes = ["read", "write", "follow", "push"]) {
  const { id } = await makePerson();
  const { token } = await makeToken(id, scopes);
  const subscribe = (more: object = {}, subscription: object = {}) =>
    call("POST", PATH, {
      token,
      json: { subscription: { endpoint: newEndpoint(), keys: browserKeys(), ...subscription }, ...more },
    });
  return { id, token, subscribe };
}

describe("a subscription", () => {
  it("can be created, read, changed and removed by a token, one per token", async () => {
    const { id, token, subscribe } = await app();
    expect((await call("GET", PATH, { token })).status).toBe(404);
    expect((await call("PUT", PATH, { token, json: { data: {} } })).status).toBe(404);
    const endpoint = newEndpoint();
    const made = await subscribe(
      { data: { alerts: { mention: true, poll: true, admin: {} }, policy: "followed" } },
      { endpoint },
    );
    expect(made.status).toBe(200);
    expect(WebPushSubscription.parse(made.json)).toMatchObject({
      endpoint,
      policy: "followed",
      standard: false,
      alerts: { mention: true, favourite: false, poll: true, quote: false },
      server_key: expect.stringMatching(/^[\w-]{87}$/),
    });
    expect((await call("GET", PATH, { token })).json).toEqual(made.json);
    const changed = await call("PUT", PATH, { token, json: { data: { alerts: { mention: false, reblog: true } } } });
    expect(changed.json).toMatchObject({ endpoint, policy: "followed", alerts: { mention: false, reblog: true } });
    const again = WebPushSubscription.parse((await subscribe({ policy: "none" })).json);
    expect(again).toMatchObject({ policy: "none", alerts: { reblog: false } });
    expect(await count("(:Person {id: $id})-[:HOLDS]->()-[:PUSHES]->(:PushSubscription)", { id })).toBe(1);
    expect((await call("DELETE", PATH, { token })).json).toEqual({});
    expect((await call("DELETE", PATH, { token })).status).toBe(200);
    expect((await call("GET", PATH, { token })).status).toBe(404);
  });

  it("can be sent as form data", async () => {
    const { token } = await app();
    const { p256dh, auth } = browserKeys();
    const form = new URLSearchParams({
      "subscription[endpoint]": newEndpoint(),
      "subscription[keys][p256dh]": p256dh,
      "subscription[keys][auth]": auth,
      "subscription[standard]": "true",
      "data[alerts][follow]": "true",
      "data[alerts][favourite]": "0",
      "data[policy]": "follower",
    });
    const { json } = await call("POST", PATH, { token, body: form });
    expect(json).toMatchObject({ standard: true, policy: "follower", alerts: { follow: true, favourite: false } });
  });

  it("needs a token with the push scope, or a request from one of our own pages", async () => {
    expect((await call("GET", PATH)).status).toBe(401);
    const { subscribe } = await app(["read", "write"]);
    expect((await subscribe()).status).toBe(403);
    const { id } = await makePerson();
    const cookie = await cookieOf(id);
    const json = { subscription: { endpoint: newEndpoint(), keys: browserKeys() } };
    expect((await call("POST", PATH, { headers: { cookie }, json })).status).toBe(403);
    const headers = { cookie, "sec-fetch-site": "same-origin" };
    expect((await call("POST", PATH, { headers, json })).json).toMatchObject({ standard: true });
  });

  it.each([
    ["no TLS", { endpoint: "http://push.example.org/x" }],
    ["a private address", { endpoint: "https://192.168.0.1/x" }],
    ["no address", { endpoint: "push" }],
    ["an endless address", { endpoint: `https://push.example.org/${"x".repeat(2_048)}` }],
    ["a short secret", { keys: { ...browserKeys(), auth: "AAAA" } }],
    ["no point of the curve", { keys: { ...browserKeys(), p256dh: Buffer.alloc(65, 4).toString("base64url") } }],
    ["no keys", { keys: {} }],
  ])("with %s is rejected", async (_what, subscription) => {
    const { id, subscribe } = await app();
    expect((await subscribe({}, subscription)).status).toBe(422);
    expect(await count("(:Person {id: $id})-[:HOLDS]->()-[:PUSHES]->()", { id })).toBe(0);
  });

  it("accepts keys in any form of base64", async () => {
    const { subscribe } = await app();
    const { p256dh, auth } = browserKeys();
    const plain = (text: string) => Buffer.from(text, "base64url").toString("base64");
    expect((await subscribe({}, { keys: { p256dh: plain(p256dh), auth: plain(auth) } })).status).toBe(200);
  });

  it("moves to the next person who signs in on the device", async () => {
    const [one, other] = [await app(), await app()];
    const endpoint = newEndpoint();
    const first = WebPushSubscription.parse((await one.subscribe({}, { endpoint })).json);
    const second = WebPushSubscription.parse((await other.subscribe({}, { endpoint })).json);
    expect(second.id).not.toBe(first.id);
    expect((await call("GET", PATH, { token: one.token })).status).toBe(404);
    expect((await call("GET", PATH, { token: other.token })).json).toMatchObject({ id: second.id });
  });

  it("is limited to twenty per person: the oldest is replaced", async () => {
    const { id, token, subscribe } = await app();
    await subscribe();
    for (let made = 0; made < 20; made++) {
      const { token: another } = await makeToken(id, ["push"]);
      const json = { subscription: { endpoint: newEndpoint(), keys: browserKeys() } };
      expect((await call("POST", PATH, { token: another, json })).status).toBe(200);
    }
    expect(await count("(:Person {id: $id})-[:HOLDS]->()-[:PUSHES]->(:PushSubscription)", { id })).toBe(20);
    expect((await call("GET", PATH, { token })).status).toBe(404);
  });

  it("ends with its token", async () => {
    const { id } = await makePerson();
    const { token, clientId, clientSecret } = await makeToken(id, ["push"]);
    const endpoint = newEndpoint();
    await call("POST", PATH, { token, json: { subscription: { endpoint, keys: browserKeys() } } });
    await call("POST", "/oauth/revoke", { json: { client_id: clientId, client_secret: clientSecret, token } });
    expect(await count("(s:PushSubscription {endpoint: $endpoint})", { endpoint })).toBe(0);
  });
});

describe("the public push key", () => {
  it("is the same wherever Mastodon's API returns it", async () => {
    const { token } = await app();
    const asked = [call("GET", "/api/v1/apps/verify_credentials", { token }), call("GET", "/api/v2/instance")];
    const [verified, instance] = await Promise.all(asked);
    const names = { client_name: "Tests", redirect_uris: "urn:ietf:wg:oauth:2.0:oob" };
    const made = await call("POST", "/api/v1/apps", { json: names });
    const key = expect.stringMatching(/^B[\w-]{86}$/);
    expect(verified?.json).toMatchObject({ vapid_key: key });
    expect(instance?.json).toMatchObject({ configuration: { vapid: { public_key: key } } });
    expect(made.json).toMatchObject({ vapid_key: key });
  });
});

describe("the push settings", () => {
  const SETTINGS = "/api/v1/barker/push/settings";

  it("can be changed one by one, and invalid values are rejected", async () => {
    const { token } = await app();
    const put = (json: object) => call("PUT", SETTINGS, { token, json });
    const usual = { quiet_from: null, quiet_to: null, time_zone: "UTC", shows_private: false };
    expect((await call("GET", SETTINGS, { token })).json).toEqual(usual);
    const hours = { quiet_from: "22:00", quiet_to: "07:30", time_zone: "Europe/Berlin" };
    expect((await put(hours)).json).toEqual({ ...usual, ...hours });
    expect((await put({ shows_private: true })).json).toEqual({ ...usual, ...hours, shows_private: true });
    expect((await put({ quiet_from: null, quiet_to: null })).json).toMatchObject({ quiet_from: null, quiet_to: null });
    for (const wrong of [{ quiet_from: "24:00" }, { quiet_from: "7" }, { time_zone: "Middle/Earth" }]) {
      expect((await put(wrong)).status).toBe(422);
    }
  });
});
