import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createKeyedQueue } from "@/sidecar/worker/keyed-queue";

const pause = () => new Promise((resolve) => setImmediate(resolve));
const entries = (count: number, lanes = 1) =>
  Array.from({ length: count }, (_, index) => ({ id: `${index}`, lane: `${index % lanes}` }));

describe("a keyed queue", () => {
  it("processes each entry once, and entries with the same key in order", async () => {
    const given = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(given, fc.integer({ min: 1, max: 9 }), async (names, width) => {
        const done: string[] = [];
        const queue = createKeyedQueue<{ id: string; lane: string }>(
          ({ lane }) => lane,
          async ({ id }) => {
            for (let turn = 0; turn < Number(id) % 3; turn++) await pause();
            done.push(id);
          },
          width,
        );
        const all = names.map((lane, index) => ({ id: `${index}`, lane }));
        for (const entry of all) await queue.add([entry, entry]);
        await queue.idle();
        expect(done.toSorted((a, b) => Number(a) - Number(b))).toEqual(all.map(({ id }) => id));
        for (const lane of ["a", "b", "c"]) {
          const own = all.filter((entry) => entry.lane === lane).map(({ id }) => id);
          expect(done.filter((id) => own.includes(id))).toEqual(own);
        }
      }),
    );
  });

  it("does not let an entry wait for a slow one with another key", async () => {
    const done: string[] = [];
    let release: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => (release = resolve));
    const work = async ({ id }: { id: string }) => {
      if (id === "0") await slow;
      done.push(id);
    };
    const queue = createKeyedQueue<{ id: string; lane: string }>(({ lane }) => lane, work, 10);
    await queue.add(entries(6, 3));
    for (let turn = 0; turn < 20; turn++) await pause();
    expect(done).toEqual(["1", "2", "4", "5"]);
    expect(queue.open()).toEqual(["0", "3"]);
    release();
    await queue.idle();
    expect(done).toEqual(["1", "2", "4", "5", "0", "3"]);
    expect(queue.open()).toEqual([]);
  });

  it("lets add wait while the limit of open entries is reached", async () => {
    const releases: (() => void)[] = [];
    const queue = createKeyedQueue<{ id: string; lane: string }>(
      ({ id }) => id,
      () => new Promise((resolve) => releases.push(resolve)),
      2,
    );
    let added = false;
    const adding = queue.add(entries(3)).then(() => (added = true));
    await pause();
    expect([releases.length, added]).toEqual([3, false]);
    releases.splice(0, 2).forEach((release) => release());
    await adding;
    expect(queue.open()).toEqual(["2"]);
    releases.forEach((release) => release());
    await queue.idle();
  });
});
