import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { loader } from "@/lib/loader";

/** A loader that returns how often each key was read; keys beginning with "-" have no value. */
function counting({ ttl = 1_000, size = 100, era = (): number => 1, unheard = 0 } = {}) {
  const batches: string[][] = [];
  const reads = new Map<string, number>();
  const made = loader<string>({
    ttl,
    size,
    era,
    unheard,
    load: async (keys) => {
      batches.push(keys);
      const found = keys.filter((key) => !key.startsWith("-"));
      for (const key of new Set(keys)) reads.set(key, (reads.get(key) ?? 0) + 1);
      return new Map(found.map((key) => [key, `${key}${reads.get(key)}`]));
    },
  });
  return { ...made, batches };
}

describe("loader", () => {
  it("reads concurrent requests in one batch, each key once", async () => {
    const { get, getMany, batches } = counting();
    const later = Promise.resolve().then(() => get("c"));
    const answers = await Promise.all([get("a"), getMany(["b", "a"]), later]);
    expect(answers).toEqual(["a1", ["b1", "a1"], "c1"]);
    expect(batches).toEqual([["a", "b", "c"]]);
  });

  it("returns values in the requested order, and undefined for missing ones", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.stringMatching(/^-?[a-d]$/)), async (keys) => {
        const answers = await counting().getMany(keys);
        expect(answers).toEqual(keys.map((key) => (key.startsWith("-") ? undefined : `${key}1`)));
      }),
    );
  });

  it("starts another batch when one is in progress", async () => {
    const { get, batches } = counting();
    const first = get("a");
    await new Promise(setImmediate);
    await Promise.all([first, get("b")]);
    expect(batches).toEqual([["a"], ["b"]]);
  });

  it("reads invalidated keys again, even while they are being read", async () => {
    const { get, forget } = counting();
    const stale = get("a");
    await new Promise(setImmediate);
    forget("a");
    expect([await stale, await get("a"), await get("a")]).toEqual(["a1", "a2", "a2"]);
  });

  it("caches nothing in era 0, but still batches concurrent reads", async () => {
    const { get, batches } = counting({ era: () => 0 });
    expect(await Promise.all([get("a"), get("b"), get("a")])).toEqual(["a1", "b1", "a1"]);
    const late = get("a");
    await new Promise(setImmediate);
    expect([await get("a"), await late]).toEqual(["a3", "a2"]);
    expect(batches).toEqual([["a", "b"], ["a"], ["a"]]);
  });

  it("does not return values of an earlier era", async () => {
    let now = 1;
    const { get } = counting({ era: () => now });
    expect([await get("a"), await get("a")]).toEqual(["a1", "a1"]);
    now = 2;
    expect([await get("a"), await get("a")]).toEqual(["a2", "a2"]);
  });

  it("returns values of an earlier era, or of none, only for a short time when it may", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    let now = 1;
    const { get } = counting({ ttl: 60_000, unheard: 1_000, era: () => now });
    await get("a");
    vi.advanceTimersByTime(50_000);
    expect(await get("a")).toBe("a1");
    now = 2;
    expect(await get("a")).toBe("a2");
    now = 0;
    vi.advanceTimersByTime(999);
    expect(await get("a")).toBe("a2");
    vi.advanceTimersByTime(1);
    expect(await get("a")).toBe("a3");
    vi.useRealTimers();
  });

  it("caches no more values than its size, the newest", async () => {
    const { get, batches } = counting({ size: 2 });
    for (const key of ["a", "b", "c", "c", "b", "a"]) await get(key);
    expect(batches.flat()).toEqual(["a", "b", "c", "a"]);
  });

  it("rejects waiting requests on a failure, but does not cache the failure", async () => {
    const load = vi.fn(async (keys: string[]) => new Map(keys.map((key) => [key, key])));
    load.mockRejectedValueOnce(new Error("away"));
    const { get, getMany } = loader({ load, ttl: 1_000, size: 10 });
    const answers = await Promise.allSettled([get("a"), getMany(["a", "b"])]);
    expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(await getMany(["a", "b"])).toEqual(["a", "b"]);
  });
});

describe("a loader's cache", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
  afterEach(() => void vi.useRealTimers());

  it("expires after its time, also for missing values", async () => {
    const { get, batches } = counting({ ttl: 1_000 });
    await get("a");
    await get("-none");
    vi.advanceTimersByTime(999);
    expect([await get("a"), await get("-none")]).toEqual(["a1", undefined]);
    vi.advanceTimersByTime(1);
    expect([await get("a"), await get("-none")]).toEqual(["a2", undefined]);
    expect(batches).toHaveLength(4);
  });
});
