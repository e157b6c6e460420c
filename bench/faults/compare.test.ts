import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isClean, compare, sum } from "@/bench/faults/compare";

const ids = fc.uniqueArray(fc.bigInt({ min: 10n ** 18n, max: 10n ** 19n - 1n }).map(String), { minLength: 2 });
const newestFirst = (list: string[]) => list.toSorted().toReversed();

describe("compare", () => {
  it("finds no discrepancy when exactly the acknowledged ids are listed, newest first", () => {
    fc.assert(
      fc.property(ids, (due) => {
        expect(isClean(compare(due, newestFirst(due)))).toBe(true);
      }),
    );
  });

  it("counts missing, duplicate and unacknowledged ids", () => {
    expect(compare(["1", "2", "3"], ["3", "1"])).toEqual({ lost: 1, doubled: 0, misplaced: 0 });
    expect(compare(["1", "2"], ["2", "2", "1"])).toEqual({ lost: 0, doubled: 1, misplaced: 0 });
    expect(compare(["1", "2"], ["9", "2", "1"])).toEqual({ lost: 0, doubled: 1, misplaced: 0 });
  });

  it("counts ids that are listed below an older one", () => {
    expect(compare(["1", "2", "3"], ["2", "3", "1"])).toEqual({ lost: 0, doubled: 0, misplaced: 1 });
  });

  it("sum adds up the counts of several people", () => {
    expect(
      sum([
        { lost: 1, doubled: 0 },
        { lost: 2, doubled: 4 },
      ]),
    ).toEqual({ lost: 3, doubled: 4 });
  });
});
