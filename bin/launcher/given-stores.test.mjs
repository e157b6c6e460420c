import { expect, test } from "vitest";

import { ensureReachable, givenStores } from "./given-stores.mjs";

const neo4j = { NEO4J_URI: "bolt://graph:7687", NEO4J_PASSWORD: "secret" };
const rest = { UPSTASH_REDIS_REST_URL: "https://redis", UPSTASH_REDIS_REST_TOKEN: "token" };

test("nothing given means that everything is started here", () => {
  expect(givenStores({})).toEqual({ neo4j: null, redisUrl: null, rest: null });
  expect(givenStores({ NEO4J_URI: "", REDIS_URL: "", UPSTASH_REDIS_REST_URL: "" })).toEqual(givenStores({}));
});

test("what is given is used, and a Redis without a REST address gets the bridge", () => {
  expect(givenStores(neo4j).neo4j).toEqual({ uri: "bolt://graph:7687", user: "neo4j", password: "secret" });
  expect(givenStores({ REDIS_URL: "redis://cache" })).toEqual({ neo4j: null, redisUrl: "redis://cache", rest: null });
});

test("half of a pair is refused with a sentence", () => {
  expect(() => givenStores({ NEO4J_URI: neo4j.NEO4J_URI })).toThrow("NEO4J_PASSWORD");
  expect(() => givenStores({ UPSTASH_REDIS_REST_URL: "https://redis" })).toThrow("UPSTASH_REDIS_REST_TOKEN");
  expect(() => givenStores(rest)).toThrow("REDIS_URL");
});

test("a store that does not answer is named", async () => {
  const given = { ...givenStores(neo4j), neo4j: { uri: "bolt://127.0.0.1:1", user: "neo4j", password: "x" } };
  await expect(ensureReachable(given)).rejects.toThrow("127.0.0.1:1, which NEO4J_URI names");
  await expect(ensureReachable({ neo4j: null, rest: null, redisUrl: "nonsense" })).rejects.toThrow(
    "REDIS_URL is no address",
  );
});
