import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IdRange, Page } from "@/lib/http/page";
import { byId, cutTo, pipeline, rangeBehind } from "@/lib/pipeline";

const idOf = (place: number) => String(place).padStart(19, "1");

/** The part of a list (newest first) that a query of a range answers. */
function idsIn(list: string[], { max, min, ascending, limit }: IdRange): string[] {
  const within = list.filter((id) => id < max && id > min);
  return ascending ? within.slice(-limit) : within.slice(0, limit);
}

/** A page of a list of which a viewer sees only some, and how many parts were read for it. */
async function pageOf(list: string[], page: Page, isShown: (id: string) => boolean) {
  let parts = 0;
  const ids = await pipeline(byId(page), {
    skeleton: async (range) => {
      parts += 1;
      const found = idsIn(list, range);
      return { part: found, next: rangeBehind(range, found) };
    },
    hydrate: async (part) => part,
    filter: async (found) => found.filter(isShown),
    present: cutTo<string>(page),
  });
  return { ids, parts };
}

describe("a page of a list", () => {
  const lists = fc.record({
    shown: fc.array(fc.boolean(), { maxLength: 150 }),
    limit: fc.integer({ min: 1, max: 40 }),
  });

  it("follows the one before without gaps or repeats in both directions, whatever is filtered", async () => {
    await fc.assert(
      fc.asyncProperty(lists, async ({ shown, limit }) => {
        const list = shown.map((_, place) => idOf(place)).toReversed();
        const visible = new Set(list.filter((_, at) => shown.toReversed()[at]));
        const [down, up]: string[][] = [[], []];
        for (let page: Page | null = { limit }; page;) {
          const { ids } = await pageOf(list, page, (id) => visible.has(id));
          down?.push(...ids);
          page = ids.length < limit ? null : { limit, maxId: ids.at(-1) };
        }
        for (let page: Page | null = { limit, minId: "0" }; page;) {
          const { ids } = await pageOf(list, page, (id) => visible.has(id));
          up?.unshift(...ids);
          page = ids.length < limit ? null : { limit, minId: ids[0] };
        }
        expect([down, up]).toEqual([[...visible], [...visible]]);
      }),
    );
  });

  it("takes one part where nothing is filtered, and longer ones where much is", async () => {
    const list = Array.from({ length: 1_000 }, (_, place) => idOf(place)).toReversed();
    expect((await pageOf(list, { limit: 20 }, () => true)).parts).toBe(1);
    // 20 and 80 entries, then 100 each.
    expect((await pageOf(list, { limit: 20 }, (id) => /[02468]0$/.test(id))).parts).toBe(5);
  });

  it("is short where a list has hardly anything for its viewer, instead of reading on for ever", async () => {
    const list = Array.from({ length: 2_000 }, (_, place) => idOf(place)).toReversed();
    expect(await pageOf(list, { limit: 20 }, () => false)).toEqual({ ids: [], parts: 8 });
  });

  it("is of one part and as long as that where a list has no pages", async () => {
    const asked: unknown[] = [];
    const made = await pipeline(
      { from: "pinned" },
      {
        skeleton: async (at, isFirst) => {
          asked.push([at, isFirst]);
          return { part: [1, 2, 3], next: "more" };
        },
        hydrate: async (part) => part.map(String),
        filter: async (items) => items.filter((item) => item !== "2"),
        present: (items, parts) => ({ items, parts }),
      },
    );
    expect([made, asked]).toEqual([{ items: ["1", "3"], parts: [[1, 2, 3]] }, [["pinned", true]]]);
  });
});
