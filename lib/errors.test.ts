import { expect, it, vi } from "vitest";
import { ApiError, away } from "@/lib/errors";
import { errorResponse } from "@/lib/http/problem";

it("knows an error that another bundle's copy of the code made", async () => {
  vi.resetModules();
  const other = await import("@/lib/errors");
  expect(other.ApiError).not.toBe(ApiError);
  const error = other.away(new Error("no answer"));
  expect(error).toBeInstanceOf(ApiError);
  expect(away(null)).toBeInstanceOf(other.ApiError);
  const response = errorResponse(error, new Request("http://localhost/api/v1/reports"));
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "2"]);
});

it("takes nothing else for one of its own", () => {
  for (const value of [new Error("away"), { code: "away", status: 503 }, "away", null, undefined])
    expect(value instanceof ApiError).toBe(false);
});
