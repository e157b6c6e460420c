import { expect, test } from "vitest";

import { appEnv, envFileText, proxyAdvice, storesEnv } from "./child-env.mjs";
import { givenStores } from "./given-stores.mjs";
import { completeOptions } from "./options.mjs";

const ports = { neo4j: 1, redis: 2, redisRest: 3, sidecars: [4] };
const secrets = {
  neo4jPassword: "graph",
  redisPassword: "cache",
  bridgeToken: "bridge",
  nextAuthSecret: "session",
  barkerSecret: "hmac",
  vapidPublicKey: "known",
  vapidPrivateKey: "kept",
};

/** @param {NodeJS.ProcessEnv} env @param {Partial<import("./options.mjs").Options>} [wishes] */
function environment(env, wishes = {}) {
  const options = { ...completeOptions({ host: "127.0.0.1", port: 3000, ...wishes, data: "/data" }), env };
  const given = givenStores(env);
  return appEnv({ options, given, ports, secrets, stores: storesEnv({ given, ports, secrets, env }) });
}

test("without anything given, all addresses are of this machine", () => {
  expect(environment({})).toMatchObject({
    NEO4J_URI: "bolt://127.0.0.1:1",
    NEO4J_PASSWORD: "graph",
    REDIS_URL: "redis://:cache@127.0.0.1:2",
    UPSTASH_REDIS_REST_URL: "http://127.0.0.1:3",
    UPSTASH_REDIS_REST_TOKEN: "bridge",
    BARKER_SIDECARS: "127.0.0.1:4",
    NEXTAUTH_SECRET: "session",
    BARKER_SECRET: "hmac",
    NODE_ENV: "production",
  });
});

test("a Redis of somebody else's is reached through the bridge", () => {
  const env = environment({ REDIS_URL: "redis://cache:6379" });
  expect(env).toMatchObject({ REDIS_URL: "redis://cache:6379", UPSTASH_REDIS_REST_URL: "http://127.0.0.1:3" });
});

test("the origin is where people type, and log-in follows it unless told otherwise", () => {
  expect(environment({}, { port: 4000 })).toMatchObject({
    BARKER_ORIGIN: "http://localhost:4000",
    NEXTAUTH_URL: "http://localhost:4000",
  });
  const env = environment({ BARKER_ORIGIN: "https://barker.example" });
  expect(env.NEXTAUTH_URL).toBe("https://barker.example");
});

test("strangers may look around only on a local start with a town and a database of its own", () => {
  const neo4j = { NEO4J_URI: "bolt://graph", NEO4J_PASSWORD: "x" };
  expect(environment({}).BARKER_DEMO).toBe("on");
  expect(environment({}, { empty: true }).BARKER_DEMO).toBe("off");
  expect(environment({}, { host: "0.0.0.0" }).BARKER_DEMO).toBe("off");
  expect(environment(neo4j).BARKER_DEMO).toBe("off");
  expect(environment({ BARKER_DEMO: "off" }).BARKER_DEMO).toBe("off");
  expect(environment({ BARKER_DEMO: "on" }, { host: "0.0.0.0" }).BARKER_DEMO).toBe("off");
});

test.each([
  { BARKER_ORIGIN: "https://barker.example" },
  { BARKER_ORIGIN: "http://127.0.0.1.barker.example" },
  { BARKER_ORIGIN: "http://127.barker.example" },
  { NEXTAUTH_URL: "https://barker.example" },
])("with %j nobody looks around without a password, though it listens on this machine alone", (env) => {
  expect(environment({ BARKER_DEMO: "on", ...env }).BARKER_DEMO).toBe("off");
});

test.each(["http://localhost:4000", "http://127.0.0.1:4000", "http://[::1]:4000"])("%s is this machine", (origin) => {
  expect(environment({ BARKER_ORIGIN: origin }).BARKER_DEMO).toBe("on");
});

test("a proxy in front that is not trusted is spoken of", () => {
  const advice = (/** @type {string} */ origin, /** @type {string} */ host, env = {}) =>
    proxyAdvice({ BARKER_ORIGIN: origin }, { host, env });
  expect(advice("https://barker.example", "127.0.0.1")).toContain("BARKER_TRUST_PROXY=on");
  expect(advice("https://barker.example", "0.0.0.0")).toContain("BARKER_TRUST_PROXY=on");
  expect(advice("http://barker.example", "127.0.0.1")).toContain("BARKER_TRUST_PROXY=on");
  expect(advice("https://barker.example", "127.0.0.1", { BARKER_TRUST_PROXY: "on" })).toBeNull();
  expect(advice("http://localhost:3000", "127.0.0.1")).toBeNull();
  expect(advice("http://barker.example:3000", "0.0.0.0")).toBeNull();
});

test("push messages are signed with the instance's own keys, or with a given pair, never with half of each", () => {
  expect(environment({})).toMatchObject({ BARKER_VAPID_PUBLIC_KEY: "known", BARKER_VAPID_PRIVATE_KEY: "kept" });
  const given = { BARKER_VAPID_PUBLIC_KEY: "p", BARKER_VAPID_PRIVATE_KEY: "s", BARKER_VAPID_SUBJECT: "mailto:a@b.c" };
  expect(environment(given)).toMatchObject(given);
  expect(environment({ BARKER_VAPID_PUBLIC_KEY: "p" })).toMatchObject({ BARKER_VAPID_PUBLIC_KEY: "known" });
});

test("the env file is one line a variable", () => {
  expect(envFileText({ A: "1", B: "x=y" })).toBe("A=1\nB=x=y\n");
});
