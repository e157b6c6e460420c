import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "@upstash/redis";
import { Redis as TcpRedis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createBridge } from "@/local/bridge/server";
import { connectStore, type RedisStore } from "@/local/bridge/store";

const redisUrl = process.env.REDIS_URL ?? "";
const token = randomUUID();
const maxBytes = 50_000;

let store: RedisStore;
let tcp: TcpRedis;
let url: string;
let bridge: ReturnType<typeof createBridge>;

beforeAll(async () => {
  store = connectStore(redisUrl);
  tcp = new TcpRedis(redisUrl);
  bridge = createBridge({ store, token, maxBytes });
  await new Promise<void>((resolve) => bridge.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(bridge.address() as AddressInfo).port}`;
  // The store connects in the background and refuses commands until then.
  while ((await ask("/", ["PING"])).status === 503) await sleep(20);
});

afterAll(async () => {
  store.close();
  tcp.disconnect();
  bridge.closeAllConnections();
  await new Promise((resolve) => bridge.close(resolve));
});

const key = (name: string) => `test:bridge:${randomUUID()}:${name}`;

interface Question {
  body?: string;
  headers?: Record<string, string>;
  method?: string;
}

async function request(path: string, { body, headers = {}, method = "POST" }: Question) {
  const response = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${token}`, ...headers },
    body: body ?? null,
  });
  return { status: response.status, json: (await response.json()) as unknown };
}

const ask = (path: string, body: unknown, headers?: Record<string, string>) =>
  request(path, { body: JSON.stringify(body), ...(headers ? { headers } : {}) });
const base64 = { "upstash-encoding": "base64" };

describe("the token", () => {
  test.each(["/", "/pipeline", "/multi-exec", "/health", "/anything"])("is needed on %s", async (path) => {
    for (const authorization of ["", "Bearer wrong", token]) {
      const answer = await request(path, { body: '["PING"]', headers: { authorization } });
      expect(answer).toEqual({ status: 401, json: { error: "Unauthorized" } });
    }
  });

  test("is checked before the body is read", async () => {
    const answer = await request("/pipeline", { body: "junk", headers: { authorization: "Bearer no" } });
    expect(answer.status).toBe(401);
  });
});

describe("one command", () => {
  test("is executed and its result returned", async () => {
    const name = key("greeting");
    expect(await ask("/", ["SET", name, "hello", "EX", 60])).toEqual({ status: 200, json: { result: "OK" } });
    expect(await ask("/", ["GET", name])).toEqual({ status: 200, json: { result: "hello" } });
    expect(await ask("/", ["GET", key("none")])).toEqual({ status: 200, json: { result: null } });
  });

  test("returns Redis' own error message", async () => {
    const answer = await ask("/", ["INCR"]);
    expect(answer).toMatchObject({
      status: 400,
      json: { error: expect.stringContaining("wrong number of arguments") },
    });
  });

  test("returns hashes as flat lists, as Upstash does", async () => {
    const name = key("hash");
    await ask("/", ["HSET", name, "a", "1", "b", "2"]);
    expect(await ask("/", ["HGETALL", name])).toEqual({ status: 200, json: { result: ["a", "1", "b", "2"] } });
  });

  test("returns strings in base64 at every depth if requested", async () => {
    const script = "return {'a', 7, {'b', {redis.status_reply('OK'), false}}}";
    expect(await ask("/", ["EVAL", script, "0"], base64)).toEqual({
      status: 200,
      json: { result: ["YQ==", 7, ["Yg==", ["OK", null]]] },
    });
  });

  test("transports binary values through base64", async () => {
    const name = key("bytes");
    await tcp.set(name, Buffer.from([0xff, 0x00, 0xfe]), "EX", 60);
    expect(await ask("/", ["GET", name], base64)).toEqual({ status: 200, json: { result: "/wD+" } });
  });

  test("EVALSHA with an unknown digest returns the error that clients expect", async () => {
    const answer = await ask("/", ["EVALSHA", "0".repeat(40), "0"]);
    expect(answer).toMatchObject({ status: 400, json: { error: expect.stringMatching(/^NOSCRIPT/) } });
  });
});

describe("a pipeline", () => {
  test("returns a result or an error for each command", async () => {
    const name = key("count");
    const answer = await ask("/pipeline", [
      ["INCR", name],
      ["NOPE"],
      ["LPUSH", name, "x"],
      ["BLPOP", name, "0"],
      7,
      ["INCR", name],
    ]);
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual([
      { result: 1 },
      { error: expect.stringContaining("unknown command") },
      { error: expect.stringMatching(/^WRONGTYPE/) },
      { error: expect.stringContaining("not available") },
      { error: expect.stringContaining("parse") },
      { result: 2 },
    ]);
  });

  test("returns errors as plain text even with base64 encoding", async () => {
    const answer = await ask("/pipeline", [["ECHO", "x"], ["NOPE"]], base64);
    expect(answer.json).toEqual([{ result: "eA==" }, { error: expect.stringContaining("unknown command") }]);
  });

  test("gets its own results among hundreds of concurrent pipelines", async () => {
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, index) =>
        ask("/pipeline", [
          ["ECHO", `a${index}`],
          ["ECHO", `b${index}`],
        ]),
      ),
    );
    answers.forEach(({ json }, index) => expect(json).toEqual([{ result: `a${index}` }, { result: `b${index}` }]));
  });
});

describe("a transaction", () => {
  test("is isolated from concurrent commands", async () => {
    const name = key("pair");
    const step = () =>
      ask("/multi-exec", [
        ["INCR", name],
        ["INCR", name],
      ]);
    const answers = await Promise.all(Array.from({ length: 100 }, step));
    for (const { json } of answers) {
      const [first, second] = json as [{ result: number }, { result: number }];
      expect(second.result).toBe(first.result + 1);
    }
    expect(await tcp.get(name)).toBe("200");
  });

  test("executes nothing if one of its commands is invalid", async () => {
    const name = key("whole");
    const answer = await ask("/multi-exec", [["SET", name, "1"], ["NOPE"]]);
    expect(answer).toMatchObject({
      status: 400,
      json: { error: expect.stringMatching(/^EXECABORT.*unknown command/) },
    });
    expect(
      (
        await ask("/multi-exec", [
          ["SET", name, "1"],
          ["BLPOP", name, "0"],
        ])
      ).status,
    ).toBe(400);
    expect(await tcp.exists(name)).toBe(0);
  });

  test("returns errors of single commands beside the results of the others", async () => {
    const name = key("type");
    const answer = await ask(
      "/multi-exec",
      [
        ["SET", name, "x"],
        ["INCR", name],
        ["GET", name],
      ],
      base64,
    );
    expect(answer.json).toEqual([
      { result: "OK" },
      { error: expect.stringContaining("not an integer") },
      { result: "eA==" },
    ]);
  });

  test("leaves the connection outside of a transaction, even after a refusal", async () => {
    await ask("/multi-exec", [["NOPE"]]);
    expect(await ask("/", ["ECHO", "still here"])).toEqual({ status: 200, json: { result: "still here" } });
  });
});

describe("an invalid request", () => {
  test.each(["", "junk", "{", '"GET"', "null", "{}", "[]", "7", "[null]", '[["GET",{}]]'])(
    "%j is answered 400",
    async (body) => {
      for (const path of ["/", "/multi-exec"]) expect((await request(path, { body })).status, path).toBe(400);
    },
  );

  test.each(["", "junk", "{}", "[]", "null", "7"])("%j is no pipeline", async (body) => {
    expect((await request("/pipeline", { body })).status).toBe(400);
  });

  test("with another method or path is refused", async () => {
    expect((await request("/", { method: "PUT", body: "[]" })).status).toBe(405);
    expect((await request("/get/a", { body: "[]" })).status).toBe(404);
  });

  test("with a body over the limit is refused, with or without Content-Length", async () => {
    const big = JSON.stringify(["SET", key("big"), "x".repeat(maxBytes)]);
    expect((await request("/", { body: big })).status).toBe(413);
    const response = await fetch(url, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      body: new Blob([big]).stream(),
      duplex: "half",
    } as RequestInit);
    expect(response.status).toBe(413);
    expect((await ask("/", ["PING"])).status).toBe(200);
  });
});

describe("the official client", () => {
  test("reads what it wrote with single commands, pipelines, transactions and scripts", async () => {
    const redis = new Redis({ url, token, enableTelemetry: false });
    const name = key("client");
    await redis.set(name, { tags: ["a", "ü"] });
    expect(await redis.get(name)).toEqual({ tags: ["a", "ü"] });
    expect(await redis.pipeline().hset(`${name}:h`, { one: 1 }).hgetall(`${name}:h`).exec()).toEqual([1, { one: 1 }]);
    expect(await redis.multi().incr(`${name}:n`).incr(`${name}:n`).exec()).toEqual([1, 2]);
    const script = redis.createScript<string>(`return ARGV[1] .. '${randomUUID()}'`);
    expect(await script.exec([], ["x"])).toMatch(/^x/);
  });
});

test("the bridge answers 503 at once if Redis is unavailable, and does not retry", async () => {
  const nowhere = connectStore("redis://127.0.0.1:1");
  const lonely = createBridge({ store: nowhere, token });
  await new Promise<void>((resolve) => lonely.listen(0, "127.0.0.1", resolve));
  const began = performance.now();
  const response = await fetch(`http://127.0.0.1:${(lonely.address() as AddressInfo).port}/`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: '["INCR","x"]',
  });
  expect(response.status).toBe(503);
  expect(performance.now() - began).toBeLessThan(1000);
  nowhere.close();
  lonely.closeAllConnections();
  lonely.close();
});
