import { expect, it } from "vitest";
import { intentOf, pulledBy, swipedTo } from "@/app/_features/shell/gesture-model";

it.each([
  ["a trembling finger", 3, 5, true, "undecided"],
  ["down at the top", 4, 40, true, "pull"],
  ["down further below", 4, 40, false, "scroll"],
  ["up at the top", 0, -40, true, "scroll"],
  ["across", -60, 20, true, "across"],
  ["aslant", 40, 30, true, "scroll"],
])("takes %s for what it is", (_, dx, dy, atTop, intent) => {
  expect(intentOf(dx, dy, atTop)).toBe(intent);
});

it("reads the page again only after a long pull", () => {
  expect(pulledBy(-20)).toBe(0);
  expect(pulledBy(55)).toBeCloseTo(0.5);
  expect(pulledBy(400)).toBe(1);
});

it.each([
  ["far to the left", -150, 900, false, 1],
  ["far to the right", 150, 900, false, -1],
  ["far to the right, right to left", 150, 900, true, 1],
  ["short but quick", -70, 100, false, 1],
  ["short and slow", -70, 600, false, 0],
  ["a flick", -30, 20, false, 0],
])("turns %s", (_, dx, ms, rightToLeft, to) => {
  expect(swipedTo(dx, ms, 390, rightToLeft)).toBe(to);
});
