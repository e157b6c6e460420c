import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { driver } from "@/lib/neo4j";
import { tcpRedis } from "@/lib/redis/tcp";
import { call, type Sent } from "@/testing/api";
import { startStalling, type Stalling } from "@/testing/stalling";
import { makePerson, makeToken, type TestPerson } from "@/testing/people";
import { until } from "@/testing/until";
import { beginWith } from "@/testing/change-env";

let neo4j: Stalling;
let redis: Stalling;
let person: TestPerson;
let token: string;

beforeAll(async () => {
  neo4j = await startStalling(Number(new URL(process.env["NEO4J_URI"] ?? "").port));
  const url = new URL(process.env["REDIS_URL"] ?? "");
  redis = await startStalling(Number(url.port));
  url.port = String(redis.port);
  beginWith({
    NEO4J_URI: `bolt://127.0.0.1:${neo4j.port}`,
    REDIS_URL: String(url),
    BARKER_RATE_LIMITS: "on",
    BARKER_STORE_SECONDS: "2.4",
    LOG_LEVEL: "silent",
  });
  person = await makePerson();
  ({ token } = await makeToken(person.id));
  await all(5);
});
afterEach(async () => {
  neo4j.resume();
  redis.resume();
  await until(async () => (await home()).status === 200, 30_000);
});
afterAll(async () => {
  tcpRedis().disconnect();
  await driver().close();
  await Promise.all([neo4j.stop(), redis.stop()]);
});

const home = () => call("GET", "/api/v1/timelines/home", { token });
const requests: [string, string, Sent?][] = [
  ["GET", "/api/v1/timelines/home"],
  ["GET", "/api/v1/accounts/verify_credentials"],
  ["GET", "/api/v2/search?q=hello"],
  ["GET", "/api/v1/notifications"],
  ["POST", "/api/v1/statuses", { json: { status: "Is anybody there?" } }],
];

/** Sends each of these requests several times at once. @returns their statuses, and the time (ms) of the slowest */
async function all(times: number) {
  const begun = performance.now();
  const answers = await Promise.all(
    Array.from({ length: times }, () =>
      requests.map(([method, path, sent]) => call(method, path, { token, ...sent })),
    ).flat(),
  );
  return { answers, ms: performance.now() - begun };
}

/** The allowed time (ms): three seconds, plus what this machine needs while nothing is wrong. */
const bound = async (times: number) => 3_000 + (await all(times)).ms;

describe("while Neo4j accepts connections and answers no query", () => {
  it.each([1, 10])(
    "reads and writes are answered with 503 in less than three seconds, each %i times at once",
    async (n) => {
      const most = await bound(n);
      // Cached reads would be answered without a query for a second.
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      neo4j.stall();
      const { answers, ms } = await all(n);
      for (const { status, headers } of answers) expect([status, headers.get("retry-after")]).toEqual([503, "2"]);
      expect(ms).toBeLessThan(most);
    },
  );

  it("every acknowledged bark exists afterwards", async () => {
    neo4j.stall();
    const headers = { "idempotency-key": "stalled" };
    const send = () => call("POST", "/api/v1/statuses", { token, headers, json: { status: "Once" } });
    expect((await send()).status).toBe(503);
    neo4j.resume();
    const sent = await until(async () => {
      const answer = await send();
      return answer.status === 200 && answer;
    });
    const { id } = z.object({ id: z.string() }).parse(sent.json);
    const { json } = await call("GET", `/api/v1/accounts/${person.id}/statuses`, { token });
    const list = z.array(z.object({ id: z.string(), text: z.string() })).parse(json);
    expect(list.filter(({ text }) => text === "Once").map((bark) => bark.id)).toEqual([id]);
  });

  it("stalled connections are replaced", async () => {
    neo4j.stall();
    await all(8);
    neo4j.dropSilently();
    expect(await until(async () => (await home()).status === 200, 30_000)).toBe(true);
  }, 60_000);
});

describe("while Redis does not answer", () => {
  it("reads and writes succeed in less than three seconds", async () => {
    const most = await bound(2);
    redis.stall();
    const { answers, ms } = await all(2);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(ms).toBeLessThan(most);
  });

  it("requests are answered with 503 in less than three seconds when Neo4j does not answer either", async () => {
    const most = await bound(10);
    redis.stall();
    neo4j.stall();
    const { answers, ms } = await all(10);
    for (const { status } of answers) expect(status).toBe(503);
    expect(ms).toBeLessThan(most);
  });
});
