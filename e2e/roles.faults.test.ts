import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { Ear } from "@/e2e/support/ear";
import { api } from "@/e2e/support/people";
import { freePort, startProcess, type Process } from "@/e2e/support/process";
import { balance, type Proxy } from "@/e2e/support/proxy";
import { newId } from "@/lib/ids";
import { driver } from "@/lib/neo4j";
import { makePerson, makeToken } from "@/testing/people";
import { until } from "@/testing/until";

// Two web processes and two sidecars behind a proxy, on the stores of the running Barker.
const DRAIN_SECONDS = 1;
const PACE_MS = 40;
const Id = z.object({ id: z.string() });
const Ids = z.array(Id).transform((rows) => rows.map(({ id }) => id));

interface Someone {
  id: string;
  token: string;
}

let webs: [Process, Process];
let sidecars: [Process, Process];
let proxy: Proxy;
const ears: Ear[] = [];

beforeAll(async () => {
  const ports = [await freePort(), await freePort(), await freePort(), await freePort()];
  const [webA = 0, webB = 0, sidecarA = 0, sidecarB = 0] = ports;
  proxy = await balance([webA, webB]);
  const env = {
    BARKER_ORIGIN: proxy.url,
    NEXTAUTH_URL: proxy.url,
    BARKER_SIDECARS: `127.0.0.1:${sidecarA},127.0.0.1:${sidecarB}`,
    BARKER_TRUST_PROXY: "on",
    BARKER_DRAIN_SECONDS: String(DRAIN_SECONDS),
  };
  sidecars = await Promise.all([startProcess("sidecar", sidecarA, env), startProcess("sidecar", sidecarB, env)]);
  webs = [await startProcess("web", webA, env), await startProcess("web", webB, env)];
}, 300_000);

afterAll(async () => {
  ears.forEach((ear) => ear.close());
  await Promise.all([...webs, ...sidecars].map((process) => process.stop()));
  await proxy.stop();
  await driver().close();
}, 120_000);

async function someone(): Promise<Someone> {
  const { id } = await makePerson();
  return { id, token: (await makeToken(id)).token };
}

/** Repeats a request until it succeeds, because the machine may be busy. Requests are idempotent. */
async function ok<T>(shape: z.ZodType<T>, at: string, path: string, ask: Parameters<typeof api>[1]): Promise<T> {
  const answer = await answered(at, path, ask);
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return shape.parse(answer.body);
}

function answered(at: string, path: string, ask: Parameters<typeof api>[1]) {
  return until(async () => {
    const answer = await api(path, { at, ...ask });
    return answer && answer.status < 500 ? answer : null;
  }, 120_000);
}

const act = (at: string, { token }: Someone, path: string) => ok(Id, at, path, { method: "POST", token });
const follow = (at: string, who: Someone, whom: Someone) => act(at, who, `/api/v1/accounts/${whom.id}/follow`);
const home = (at: string, { token }: Someone) => ok(Ids, at, "/api/v1/timelines/home?limit=40", { token });
const open = async (at: string, { token }: Someone) => {
  const ear = await Ear.open(at, token);
  ears.push(ear);
  return ear;
};

async function bark(at: string, { token }: Someone, idempotencyKey = newId()): Promise<string> {
  const json = { status: `Bell ${idempotencyKey}` };
  return (await ok(Id, at, "/api/v1/statuses", { method: "POST", token, json, idempotencyKey })).id;
}

/** Barks continuously through the proxy; failed requests are repeated with the same idempotency key. */
function steadily(author: Someone) {
  const acknowledged = new Map<string, number>();
  let over = false;
  const running = (async () => {
    while (!over) {
      acknowledged.set(await bark(proxy.url, author, newId()), performance.now());
      await pause(PACE_MS);
    }
  })();
  // Its error is reported when it is stopped.
  running.catch(() => undefined);
  const stop = async () => {
    over = true;
    await running;
    return [...acknowledged.keys()];
  };
  return { acknowledged, stop };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

describe("two web processes and two sidecars", () => {
  it("deliver each bark once to people on different gateways", async () => {
    const [one, other] = await Promise.all([someone(), someone()]);
    await Promise.all([follow(webs[0].url, one, other), follow(webs[1].url, other, one)]);
    const [onA, onB] = await Promise.all([open(sidecars[0].url, one), open(sidecars[1].url, other)]);
    const ids: string[] = [];
    for (let turn = 0; turn < 10; turn++) ids.push(await bark(proxy.url, turn % 2 === 0 ? one : other));
    for (const ear of [onA, onB]) {
      await ear.hears(ids);
      expect(ear.doubled).toEqual([]);
    }
  });

  it.each(["unfollow", "mute", "block"])("%s on one holds on the other at the next read", async (verb) => {
    const [reader, author] = await Promise.all([someone(), someone()]);
    await follow(webs[0].url, reader, author);
    const id = await bark(webs[0].url, author);
    const [a, b] = [webs[0].url, webs[1].url];
    // Fills the caches of both processes.
    await until(async () => (await home(a, reader)).includes(id) && (await home(b, reader)).includes(id));
    await act(a, reader, `/api/v1/accounts/${author.id}/${verb}`);
    expect(await home(b, reader)).toEqual([]);
    expect(await home(a, reader)).toEqual([]);
  });

  it("apply a block at once in both web processes", async () => {
    const [reader, author] = await Promise.all([someone(), someone()]);
    const path = `/api/v1/statuses/${await bark(webs[0].url, author)}`;
    await ok(Id, webs[1].url, path, { token: reader.token });
    await act(webs[0].url, author, `/api/v1/accounts/${reader.id}/block`);
    expect((await answered(webs[1].url, path, { token: reader.token })).status).toBe(404);
  });

  it("create one bark from concurrent requests with the same idempotency key", async () => {
    const [reader, author] = await Promise.all([someone(), someone()]);
    await follow(webs[0].url, reader, author);
    for (let round = 0; round < 5; round++) {
      const key = newId();
      const made = await Promise.all(webs.flatMap(({ url }) => [bark(url, author, key), bark(url, author, key)]));
      expect(new Set(made).size).toBe(1);
    }
    await until(async () => (await home(webs[1].url, reader)).length >= 5);
    expect(await home(webs[0].url, reader)).toHaveLength(5);
  });

  it("neither lose nor duplicate barks during a rolling restart", async () => {
    const [author, ...readers] = await Promise.all([someone(), someone(), someone(), someone()]);
    for (const reader of readers) await follow(proxy.url, reader, author);
    const listening = await Promise.all(readers.map((reader) => open(proxy.url, reader)));
    // From the first bark on, clients have a cursor for reconnecting.
    const first = await bark(proxy.url, author);
    for (const ear of listening) await ear.hears([first]);
    const failuresBefore = proxy.failures;
    const barking = steadily(author);
    for (const process of [...sidecars, ...webs]) {
      await pause(300);
      const { code, ms } = await process.stop();
      expect(code).toBe(0);
      expect(ms).toBeLessThan((DRAIN_SECONDS + 5) * 1_000 + 500);
      await process.start();
    }
    await pause(500);
    const ids = await barking.stop();
    expect(proxy.failures - failuresBefore).toBe(0);
    for (const ear of listening) {
      await ear.hears(ids);
      expect({ doubled: ear.doubled, gaps: ear.gaps }).toEqual({ doubled: [], gaps: 0 });
    }
    const newest = ids.slice(-40).toReversed();
    for (const reader of readers) expect(await home(proxy.url, reader)).toEqual(newest);
  });

  it("take over the jobs of a killed sidecar in under 5 s", async () => {
    const [author, reader] = await Promise.all([someone(), someone()]);
    await follow(proxy.url, reader, author);
    const [victim, survivor] = sidecars;
    const [near, coming] = [await open(survivor.url, reader), await open(proxy.url, reader)];
    const first = await bark(proxy.url, author);
    for (const ear of [near, coming]) await ear.hears([first]);
    const barking = steadily(author);
    await pause(500);
    await victim.kill();
    await pause(1_500);
    const ids = await barking.stop();
    for (const ear of [near, coming]) {
      await ear.hears(ids);
      expect(ear.doubled).toEqual([]);
      const late = ids.map((id) => (ear.heard.get(id) ?? Infinity) - (barking.acknowledged.get(id) ?? 0));
      expect(Math.max(...late)).toBeLessThan(5_000);
    }
  });

  it("deliver barks when one sidecar is only a gateway and the other only a worker", async () => {
    const [worker, gateway] = sidecars;
    await Promise.all([worker.stop(), gateway.stop()]);
    await Promise.all([worker.start({ BARKER_ROLES: "worker" }), gateway.start({ BARKER_ROLES: "gateway" })]);
    const [author, reader] = await Promise.all([someone(), someone()]);
    await follow(proxy.url, reader, author);
    const listening = await Promise.all([open(proxy.url, reader), open(proxy.url, reader), open(proxy.url, reader)]);
    const id = await bark(proxy.url, author);
    for (const ear of listening) {
      await ear.hears([id]);
      expect(ear.doubled).toEqual([]);
    }
  });
});
