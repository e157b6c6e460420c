import { expect, it, vi } from "vitest";
import { ApiError, away } from "@/lib/errors";
import { errorResponse } from "@/lib/http/problem";

it("recognises an error of another bundle's copy of the class", async () => {
  vi.resetModules();
  const other = await import("@/lib/errors");
  expect(other.ApiError).not.toBe(ApiError);
  const error = other.away(new Error("no answer"));
  expect(error).toBeInstanceOf(ApiError);
  expect(away(null)).toBeInstanceOf(other.ApiError);
  const response = errorResponse(error, new Request("http://localhost/api/v1/reports"));
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "2"]);
});

it("recognises nothing else", () => {
  for (const value of [new Error("away"), { code: "away", status: 503 }, "away", null, undefined])
    expect(value instanceof ApiError).toBe(false);
});
