import fc from "fast-check";
import { expect, it } from "vitest";
import { fitting, tooRough, widened } from "@/app/_features/nearby/accuracy";
import { PRECISIONS } from "@/lib/nearby/schema";

it.each([
  [2, 12, 2],
  [2, 2_000, 2],
  [2, 2_001, 5],
  [5, 300, 5],
  [2, 9_000, 10],
  [25, 24_000, 25],
  [2, 60_000, null],
  [25, Number.POSITIVE_INFINITY, null],
] as const)("shows a choice of %i km with a fix of %d m in a square of %s km", (chosen, accuracy, shown) => {
  expect(fitting(chosen, accuracy)).toBe(shown);
});

it("never shows a person in a smaller square than they chose or than the device's accuracy allows", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PRECISIONS),
      fc.double({ min: 0, max: 200_000, noNaN: true }),
      (chosen, accuracy) => {
        const shown = fitting(chosen, accuracy);
        expect(shown === null).toBe(accuracy > 25_000);
        expect(shown ?? 25).toBeGreaterThanOrEqual(chosen);
        expect(shown === null || shown * 1_000 >= accuracy).toBe(true);
      },
    ),
  );
});

it("explains the result", () => {
  expect(tooRough(60_400)).toContain("about 60 km");
  expect(widened(2, 10)).toContain("10 km square");
  expect(widened(2, 2)).toBeNull();
});
