import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAfter, isCursor } from "@/lib/realtime/rules";

const part = fc.bigInt({ min: 0n, max: 10n ** 19n - 1n });
const position = fc.tuple(part, part);
const cursor = ([ms, seq]: [bigint, bigint]) => `${ms}-${seq}`;

describe("cursors", () => {
  it("are ordered by time and then by number, as numbers", () => {
    fc.assert(
      fc.property(position, position, (a, b) => {
        expect(isAfter(cursor(a), cursor(b))).toBe(a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]));
      }),
    );
    expect(isAfter("1795000000000-10", "1795000000000-9")).toBe(true);
    expect(isAfter("1795000000000-0", "999999999999-5")).toBe(true);
  });

  it("are not after themselves", () => {
    fc.assert(
      fc.property(position, (at) => {
        expect(isAfter(cursor(at), cursor(at))).toBe(false);
      }),
    );
  });

  it("are recognised by their format", () => {
    fc.assert(
      fc.property(position, (at) => {
        expect(isCursor(cursor(at))).toBe(true);
      }),
    );
  });

  it.each([
    "",
    "-",
    "1",
    "1-",
    "-1",
    "1-1-1",
    " 1-1",
    "1-1\n",
    "a-b",
    "$",
    "+",
    "(1-1",
    "1-1 COUNT 1",
    `${"9".repeat(20)}-0`,
    1,
    null,
    undefined,
    {},
    ["1-1"],
  ])("do not include %j", (junk) => {
    expect(isCursor(junk)).toBe(false);
  });
});
