import { expect, test } from "vitest";
import { bearerCheck } from "@/local/bridge/auth";

const check = bearerCheck("open sesame");

test("bearerCheck accepts only the complete token", () => {
  expect(check("Bearer open sesame")).toBe(true);
  for (const wrong of [
    undefined,
    "",
    "open sesame",
    "Bearer ",
    "Bearer open",
    "Bearer open sesame ",
    "bearer open sesame",
  ]) {
    expect(check(wrong), String(wrong)).toBe(false);
  }
});
