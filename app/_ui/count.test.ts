import { expect, it } from "vitest";
import { short } from "@/app/_ui/count";

it("truncates counts and never rounds them up", () => {
  expect([0, 999, 1_000, 1_299, 12_999, 1_250_000].map(short)).toEqual(["0", "999", "1K", "1.2K", "12K", "1.2M"]);
});
