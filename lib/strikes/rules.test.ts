import { describe, expect, it } from "vitest";
import { APPEAL_MS, appealFault, closesAccount, isAboutBarks, MEASURE_OF } from "@/lib/strikes/rules";
import { Measure, MEASURES } from "@/lib/strikes/schema";

const strike = { at: 1_000_000, appealState: null, liftedAt: null };

describe("an appeal", () => {
  it("is possible for twenty days", () => {
    expect(appealFault(strike, strike.at)).toBeNull();
    expect(appealFault(strike, strike.at + APPEAL_MS - 1)).toBeNull();
    expect(appealFault(strike, strike.at + APPEAL_MS)).toBe("late");
  });

  it("is possible once, and only while the measure is in force", () => {
    for (const appealState of ["pending", "approved", "rejected"] as const)
      expect(appealFault({ ...strike, appealState }, strike.at)).toBe("appealed");
    expect(appealFault({ ...strike, liftedAt: 2_000_000 }, 2_000_000)).toBe("lifted");
  });
});

describe("a measure", () => {
  it("has one of Mastodon's names, by which it is found again", () => {
    for (const measure of Measure.options) expect(MEASURE_OF[MEASURES[measure]]).toBe(measure);
  });

  it("is about barks, or closes the account, or neither", () => {
    expect(Measure.options.filter(isAboutBarks)).toEqual(["cover", "delete"]);
    expect(Measure.options.filter(closesAccount)).toEqual(["disable", "suspend"]);
  });
});
