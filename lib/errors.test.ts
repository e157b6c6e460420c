import { expect, it, vi } from "vitest";
import { ApiError } from "@/lib/errors";

it("knows an error of ours from another copy of the class, as pages and endpoints have one each", async () => {
  vi.resetModules();
  const copy = await import("@/lib/errors");
  expect(copy.ApiError).not.toBe(ApiError);
  expect(new copy.ApiError("away")).toBeInstanceOf(ApiError);
  expect(new Error("away")).not.toBeInstanceOf(ApiError);
});
