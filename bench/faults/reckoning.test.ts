import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isClean, reckon, sum } from "@/bench/faults/reckoning";

const ids = fc.uniqueArray(fc.bigInt({ min: 10n ** 18n, max: 10n ** 19n - 1n }).map(String), { minLength: 2 });
const newestFirst = (list: string[]) => list.toSorted().toReversed();

describe("reckoning", () => {
  it("finds nothing wrong with exactly what was acknowledged, newest first", () => {
    fc.assert(
      fc.property(ids, (due) => {
        expect(isClean(reckon(due, newestFirst(due)))).toBe(true);
      }),
    );
  });

  it("counts what is missing, what is there twice, and what nobody was told of", () => {
    expect(reckon(["1", "2", "3"], ["3", "1"])).toEqual({ lost: 1, doubled: 0, misplaced: 0 });
    expect(reckon(["1", "2"], ["2", "2", "1"])).toEqual({ lost: 0, doubled: 1, misplaced: 0 });
    expect(reckon(["1", "2"], ["9", "2", "1"])).toEqual({ lost: 0, doubled: 1, misplaced: 0 });
  });

  it("counts what stands below something older", () => {
    expect(reckon(["1", "2", "3"], ["2", "3", "1"])).toEqual({ lost: 0, doubled: 0, misplaced: 1 });
  });

  it("sums what several people found", () => {
    expect(
      sum([
        { lost: 1, doubled: 0 },
        { lost: 2, doubled: 4 },
      ]),
    ).toEqual({ lost: 3, doubled: 4 });
  });
});
