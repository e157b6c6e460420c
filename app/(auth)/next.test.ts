import { expect, it } from "vitest";
import { nextPath } from "@/app/(auth)/next";

it("allows only pages of this site", () => {
  expect(nextPath("/settings?a=1#b")).toBe("/settings?a=1#b");
  for (const foreign of [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    undefined,
  ]) {
    expect(nextPath(foreign)).toBe("/home");
  }
});
