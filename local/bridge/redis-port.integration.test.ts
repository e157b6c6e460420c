import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ApiError } from "@/lib/errors";
import { driver } from "@/lib/neo4j";
import { withStoreBudget } from "@/lib/store-timeout";
import { keys } from "@/lib/redis/keys";
import { createPort, type RedisAdapter, type RedisPort } from "@/lib/redis/port";
import { connectRedis, tcpAdapter } from "@/lib/redis/tcp";
import { upstashAdapter } from "@/lib/redis/upstash";
import { listen } from "@/testing/listen";
import { startStalling, type Stalling } from "@/testing/stalling";
import { until } from "@/testing/until";
import { createBridge } from "@/local/bridge/server";
import { connectStore } from "@/local/bridge/store";

const TOKEN = randomUUID();
const url = process.env["REDIS_URL"] ?? "";
const plain = new Redis(url);
const store = connectStore(url);
const bridge = createBridge({ store, token: TOKEN });
const at = (port: number) => url.replace(/:\d+(?=\/|$)/, `:${port}`);
const own = (name: string) => `test:port:${randomUUID()}:${name}`;

let redisPort = 0;
let bridgePort = 0;
beforeAll(async () => {
  vi.stubEnv("LOG_LEVEL", "silent");
  redisPort = Number(new URL(url).port);
  bridgePort = await listen(bridge);
  await until(async () => {
    const [answer] = await store.send([["PING"]]).catch(() => []);
    return answer;
  });
});
afterAll(async () => {
  plain.disconnect();
  store.close();
  bridge.closeAllConnections();
  bridge.close();
  await driver().close();
});

/** Both ways to Redis; `port` is where they are to find it, a proxy or the real one. */
const ways = [
  {
    way: "TCP",
    target: () => redisPort,
    open: (port: number) => {
      const tcp = connectRedis({ enableAutoPipelining: true, socketTimeout: 5_000 }, at(port));
      return { adapter: tcpAdapter(tcp), close: () => tcp.disconnect() };
    },
  },
  {
    way: "REST",
    target: () => bridgePort,
    open: (port: number) => ({
      adapter: upstashAdapter(`http://127.0.0.1:${port}`, TOKEN),
      close: () => undefined,
    }),
  },
];

describe.each(ways)("Redis by $way", ({ way, target, open }) => {
  let adapter: RedisAdapter;
  let redis: RedisPort;
  let close: () => void;
  beforeAll(() => {
    ({ adapter, close } = open(target()));
    redis = createPort(adapter);
  });
  afterAll(() => close());

  it("answers", async () => {
    expect(await redis.ping()).toBe("PONG");
  });

  it("keeps strings as strings, also those that look like numbers or JSON", async () => {
    for (const value of ["1234567890123456789", "1.50", '{"a":1}', "null", "", "Grüße, 世界 🦦"]) {
      const key = own("text");
      await redis.set(key, value, 60);
      expect(await redis.get(key)).toBe(value);
      expect(await plain.ttl(key)).toBeGreaterThan(50);
      expect(await redis.getdel(key)).toBe(value);
      expect(await redis.get(key)).toBeNull();
      expect(await redis.getdel(key)).toBeNull();
    }
  });

  it("reads the highest of a sorted set with their exact scores", async () => {
    const key = own("scores");
    await plain.zadd(key, 3, "otter", 7 + 2 ** -24, "fern", 7, "heron");
    await plain.expire(key, 60);
    const found = await redis.highest(key, 0, 1);
    expect(found.map(String)).toEqual(found);
    expect([found[0], Number(found[1]), found[2], Number(found[3])]).toEqual(["fern", 7 + 2 ** -24, "heron", 7]);
    expect(await redis.highest(own("none"), 0, 9)).toEqual([]);
  });

  it("publishes", async () => {
    const channel = own("channel");
    const subscriber = plain.duplicate();
    const heard = new Promise((resolve) => subscriber.once("message", (_, message) => resolve(message)));
    await subscriber.subscribe(channel);
    await redis.publish(channel, "1");
    expect(await heard).toBe("1");
    subscriber.disconnect();
  });

  it("runs scripts, whose numbers are numbers and whose strings are strings, also after Redis forgot them", async () => {
    const person = randomUUID();
    const page = ["(9", "(0", "desc", "10", "mark"];
    await plain.script("FLUSH");
    expect(await redis.runScript("alerts_page", [keys.alerts(person)], page)).toEqual(["", ""]);
    expect(await redis.runScript("alerts_fill", [keys.alerts(person)], ["!all", "mark", "1234567890123456789"])).toBe(
      1,
    );
    await plain.script("FLUSH");
    const alert = "1234567890123456789";
    expect(await redis.runScript("alerts_page", [keys.alerts(person)], page)).toEqual(["!all", alert, alert]);
    await plain.del(keys.alerts(person));
  });

  it("sends the text of a script only when Redis does not know it", async () => {
    const sent = { digest: 0, text: 0 };
    const counting = createPort({
      ...adapter,
      evalsha: (...given) => (sent.digest++, adapter.evalsha(...given)),
      eval: (...given) => (sent.text++, adapter.eval(...given)),
    });
    const note = () => counting.runScript("order_note", [own("order")], ["1"]);
    await note();
    await Promise.all([note(), note(), note()]);
    expect(sent).toEqual({ digest: 4, text: expect.toSatisfy((times: number) => times <= 1) });
  });

  it("says so when a command is wrong", async () => {
    const key = own("scores");
    await plain.zadd(key, 1, "otter");
    await plain.expire(key, 60);
    const error: unknown = await redis.get(key).catch((thrown: unknown) => thrown);
    // By REST nobody can tell it from an answer of the service that Redis is away.
    expect(error instanceof ApiError).toBe(way === "REST");
    expect(String(error instanceof ApiError ? error.cause : error)).toContain("WRONGTYPE");
  });

  describe("that does not answer", () => {
    let stalling: Stalling;
    let away: RedisPort;
    let closeAway: () => void;
    beforeAll(async () => {
      stalling = await startStalling(target());
      const opened = open(stalling.port);
      closeAway = opened.close;
      away = createPort(opened.adapter);
      await away.ping();
    });
    afterAll(async () => {
      closeAway();
      await stalling.stop();
    });

    it("is waited for by a request for less than a second, then by none for a while, and used again after that", async () => {
      stalling.stall();
      const asked = async () => {
        const begun = performance.now();
        const answer = await withStoreBudget(() => away.get(own("none"))).catch((error: unknown) => error);
        return { answer, ms: performance.now() - begun };
      };
      // The first answer on a new connection may still pass.
      const first = await until(async () => {
        const answered = await asked();
        return answered.answer !== null && answered;
      });
      expect(first.answer).toMatchObject({ code: "away", status: 503 });
      expect(first.ms).toBeGreaterThan(800);
      expect(first.ms).toBeLessThan(1_800);
      const others = await Promise.all(Array.from({ length: 100 }, asked));
      for (const { answer, ms } of others) {
        expect(answer).toMatchObject({ code: "away" });
        expect(ms).toBeLessThan(500);
      }
      stalling.resume();
      expect(await until(async () => (await asked()).answer === null, 10_000)).toBe(true);
    });
  });
});

describe("Redis by TCP", () => {
  it("that refuses connections fails at once between two attempts, and keeps no command", async () => {
    const tcp = connectRedis({}, at(1));
    const redis = createPort(tcpAdapter(tcp));
    await expect(redis.ping()).rejects.toMatchObject({ code: "away" });
    await until(() => tcp.status === "reconnecting");
    const begun = performance.now();
    const answers = await Promise.allSettled(Array.from({ length: 1_000 }, () => redis.get("x")));
    expect(answers.every(({ status }) => status === "rejected")).toBe(true);
    expect(performance.now() - begun).toBeLessThan(500);
    tcp.disconnect();
  });

  it("sends the commands of one turn together", async () => {
    const tcp = connectRedis({ enableAutoPipelining: true });
    const redis = createPort(tcpAdapter(tcp));
    await redis.ping();
    let writes = 0;
    const { stream } = tcp as unknown as { stream: { write: (...given: unknown[]) => boolean } };
    const write = stream.write.bind(stream);
    stream.write = (...given) => (writes++, write(...given));
    await Promise.all(Array.from({ length: 20 }, () => redis.get(own("none"))));
    expect(writes).toBe(1);
    tcp.disconnect();
  });

  it("replaces a connection on which nothing comes any more", async () => {
    const stalling = await startStalling(redisPort);
    const tcp = connectRedis({ socketTimeout: 300 }, at(stalling.port));
    const redis = createPort(tcpAdapter(tcp));
    await redis.ping();
    stalling.stall();
    const lost = redis.ping().catch(() => null);
    stalling.dropSilently();
    await lost;
    expect(await until(async () => (await redis.ping().catch(() => null)) === "PONG")).toBe(true);
    tcp.disconnect();
    await stalling.stop();
  });
});
