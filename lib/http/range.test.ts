import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isKnown, rangeOf } from "@/lib/http/range";

describe("a range", () => {
  it.each([
    ["bytes=0-0", { first: 0, last: 0 }],
    ["bytes=0-99", { first: 0, last: 9 }],
    ["bytes=4-", { first: 4, last: 9 }],
    ["bytes=-3", { first: 7, last: 9 }],
    ["bytes=-99", { first: 0, last: 9 }],
    [" Bytes = 2 - 3 ", { first: 2, last: 3 }],
    ["bytes=10-", "unsatisfiable"],
    ["bytes=99999999999999999999999-", "unsatisfiable"],
    ["bytes=-0", "unsatisfiable"],
    ["bytes=3-2", null],
    ["bytes=-", null],
    ["bytes=0-1,4-5", null],
    ["bytes=a-b", null],
    ["lines=0-1", null],
    ["", null],
    [null, null],
  ])("%j of 10 bytes is %j", (header, range) => {
    expect(rangeOf(header, 10)).toEqual(range);
  });

  it("never exceeds the file, whatever the header says", () => {
    const headers = fc.oneof(
      fc.string(),
      fc.tuple(fc.option(fc.nat()), fc.option(fc.nat())).map(([from, to]) => `bytes=${from ?? ""}-${to ?? ""}`),
    );
    fc.assert(
      fc.property(headers, fc.nat(), (header, size) => {
        const range = rangeOf(header, size);
        if (range === null || range === "unsatisfiable") return;
        expect(range.first).toBeGreaterThanOrEqual(0);
        expect(range.last).toBeGreaterThanOrEqual(range.first);
        expect(range.last).toBeLessThan(size);
      }),
    );
  });
});

describe("If-None-Match", () => {
  it.each([
    ['"a"', true],
    ['W/"a"', true],
    ['"b", "a"', true],
    ["*", true],
    ['"b"', false],
    ["a", false],
    [null, false],
  ])("%j matches the tag: %j", (header, known) => {
    expect(isKnown(header, '"a"')).toBe(known);
  });
});
