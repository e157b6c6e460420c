import { afterAll, describe, expect, it } from "vitest";
import { mayMakeIds, newId, WORKER_NUMBERS } from "@/lib/ids";
import { withTurn } from "@/lib/instance/turn";
import { keepWorkerNumber } from "@/lib/instance/worker-number";
import { releaseLease, takeLease } from "@/lib/instance/writes";
import { driver } from "@/lib/neo4j";
import { until } from "@/testing/until";

afterAll(() => driver().close());

const numberIn = (id: string) => Number((BigInt(id) >> 12n) & 1023n);
const lease = (holder: string, ms = 60_000, spare = 0) => ({ name: `test:${process.pid}:${ms}`, holder, ms, spare });

describe("a lease", () => {
  it("is taken by one of twenty that try at once, and kept by it", async () => {
    const holders = Array.from({ length: 20 }, (_, index) => `holder ${index}`);
    const taken = await Promise.all(holders.map((holder) => takeLease(lease(holder))));
    expect(taken.filter(({ mine }) => mine)).toHaveLength(1);
    const again = await Promise.all(holders.map((holder) => takeLease(lease(holder))));
    expect(again.map(({ mine }) => mine)).toEqual(taken.map(({ mine }) => mine));
  });

  it("can be taken by others only after it has expired and a grace period has passed", async () => {
    expect((await takeLease(lease("first", 1))).mine).toBe(true);
    expect((await takeLease(lease("second", 1, 600_000))).mine).toBe(false);
    await until(async () => (await takeLease(lease("second", 1))).mine);
  });

  it("can be released by its holder only", async () => {
    await takeLease(lease("one", 300_000));
    await releaseLease(lease("other", 300_000));
    expect((await takeLease(lease("other", 300_000))).mine).toBe(false);
    await releaseLease(lease("one", 300_000));
    await until(async () => (await takeLease(lease("other", 300_000))).mine);
  });
});

describe("the worker number", () => {
  it("is leased to servers only: tools and tests have none, and without it no ids are generated", async () => {
    expect(numberIn(newId())).toBeGreaterThanOrEqual(WORKER_NUMBERS);
    const number = keepWorkerNumber();
    expect(mayMakeIds()).toBe(false);
    expect(() => newId()).toThrow("Barker cannot answer right now");
    await until(mayMakeIds);
    const leased = numberIn(newId());
    expect(leased).toBeLessThan(WORKER_NUMBERS);
    await number.stop();
    expect(mayMakeIds()).toBe(false);
    // The number is not leased again for a while, so that clock skew is harmless.
    const wanted = { name: `worker:${leased}`, holder: "somebody else", ms: 60_000, spare: 60_000 };
    expect((await takeLease(wanted)).mine).toBe(false);
  });
});

describe("work under a lease", () => {
  it("is done by one process at a time", async () => {
    const done: string[] = [];
    const act = (name: string) => async (stop: AbortSignal) => {
      done.push(name);
      await until(() => stop.aborted);
    };
    const [first, second] = [new AbortController(), new AbortController()];
    const name = `turn:${process.pid}`;
    const one = withTurn(name, first.signal, act("one"));
    await until(() => done.length === 1);
    const two = withTurn(name, second.signal, act("two"));
    first.abort();
    await one;
    expect(done).toEqual(["one"]);
    second.abort();
    await two;
    const three = new AbortController();
    const last = withTurn(name, three.signal, act("three"));
    await until(() => done.length === 2);
    three.abort();
    await last;
    expect(done).toEqual(["one", "three"]);
  });
});
