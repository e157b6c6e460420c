import { expect, test } from "vitest";

import { ensureReachable, externalStores } from "./external-stores.mjs";

const neo4j = { NEO4J_URI: "bolt://graph:7687", NEO4J_PASSWORD: "secret" };
const rest = { UPSTASH_REDIS_REST_URL: "https://redis", UPSTASH_REDIS_REST_TOKEN: "token" };

test("externalStores is null for every store that the environment does not name", () => {
  expect(externalStores({})).toEqual({ neo4j: null, redisUrl: null });
  expect(externalStores({ NEO4J_URI: "", REDIS_URL: "", UPSTASH_REDIS_REST_URL: "" })).toEqual(externalStores({}));
});

test("externalStores reads the addresses", () => {
  expect(externalStores(neo4j).neo4j).toEqual({ uri: "bolt://graph:7687", user: "neo4j", password: "secret" });
  expect(externalStores({ REDIS_URL: "redis://cache" })).toEqual({ neo4j: null, redisUrl: "redis://cache" });
});

test("externalStores refuses incomplete settings and names the missing variable", () => {
  expect(() => externalStores({ NEO4J_URI: neo4j.NEO4J_URI })).toThrow("NEO4J_PASSWORD");
  expect(() => externalStores(rest)).toThrow("REDIS_URL");
});

test("ensureReachable names the address that does not answer and its variable", async () => {
  const external = { ...externalStores(neo4j), neo4j: { uri: "bolt://127.0.0.1:1", user: "neo4j", password: "x" } };
  await expect(ensureReachable(external)).rejects.toThrow("127.0.0.1:1, which NEO4J_URI names");
  await expect(ensureReachable({ neo4j: null, redisUrl: "nonsense" })).rejects.toThrow("REDIS_URL is no address");
});
