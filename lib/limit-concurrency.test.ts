import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limitConcurrency } from "@/lib/limit-concurrency";

const later = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("a concurrency limit", () => {
  it("runs no more tasks at a time than it has slots, and all of them in the end", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.boolean(), { maxLength: 20 }),
        async (slots, works) => {
          const enter = limitConcurrency(slots);
          let inside = 0;
          let most = 0;
          const done = await Promise.allSettled(
            works.map((succeeds) =>
              enter(async () => {
                most = Math.max(most, ++inside);
                await later();
                inside -= 1;
                if (!succeeds) throw new Error("failed");
                return "done";
              }),
            ),
          );
          expect(most).toBe(Math.min(slots, works.length));
          expect(done.map(({ status }) => status === "fulfilled")).toEqual(works);
        },
      ),
    );
  });

  it("runs tasks in order", async () => {
    const enter = limitConcurrency(1);
    const order: number[] = [];
    await Promise.all([1, 2, 3].map((turn) => enter(async () => void order.push(turn))));
    expect(order).toEqual([1, 2, 3]);
  });
});
