import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idFloor, idTime, MAX_ID } from "@/lib/ids";
import { parseSearch } from "@/lib/search/operators";
import { newestFirst, spanOf, within } from "@/lib/search/spans";

const NOW = Date.UTC(2026, 10, 21);
const FIRST = "0".repeat(19);

describe("the span of a search", () => {
  it("covers all time unless limited by days or a page", () => {
    expect(spanOf(parseSearch("rain"), {})).toEqual({ since: FIRST, before: MAX_ID });
    const [day, page] = [idFloor(NOW), idFloor(NOW + 1)];
    expect(spanOf(parseSearch("before:2026-11-21"), { max_id: page })).toEqual({ since: FIRST, before: day });
    const next = (BigInt(page) + 1n).toString();
    expect(spanOf(parseSearch("after:2026-11-19"), { min_id: page, since_id: day })).toEqual({
      since: next,
      before: MAX_ID,
    });
  });

  it("is part of the query where it limits something, or where the query would be empty", () => {
    expect(within("+text:a", { since: FIRST, before: MAX_ID })).toBe("+text:a");
    expect(within("", { since: FIRST, before: MAX_ID })).toBe(`+id:[${FIRST} TO ${MAX_ID}}`);
    expect(within("+text:a", { since: "1", before: "2" })).toBe("+text:a +id:[1 TO 2}");
  });

  it("is split without a gap or an overlap, until it is too short", () => {
    const times = fc.integer({ min: Date.UTC(2015, 0, 1), max: NOW });
    fc.assert(
      fc.property(times, times, (a, b) => {
        let span = { since: idFloor(Math.min(a, b)), before: idFloor(Math.max(a, b)) };
        for (let cuts = 0; ; cuts++) {
          expect(cuts).toBeLessThan(14 * 12);
          const parts = newestFirst(span, NOW);
          if (!parts) break;
          const [newer, older] = parts;
          expect([older.since, newer.before]).toEqual([span.since, span.before]);
          expect(older.before).toBe(newer.since);
          expect(older.since < older.before && newer.since < newer.before).toBe(true);
          span = newer;
        }
        expect(idTime(span.before) - idTime(span.since)).toBeLessThan(60_000);
      }),
    );
  });

  it("begins with the last days when it covers all time", () => {
    const [newer] = newestFirst({ since: FIRST, before: MAX_ID }, NOW) ?? [];
    expect(NOW - idTime(newer?.since ?? FIRST)).toBeLessThanOrEqual(2 * 86_400_000);
  });
});
