import { describe, expect, it } from "vitest";
import { ApiError, away } from "@/lib/errors";
import { isStoreUnavailable } from "@/sidecar/worker/store-unavailable";

describe("a failure", () => {
  it.each([
    away(new Error("no route")),
    new Error("OOM command not allowed when used memory > 'maxmemory'."),
    new Error("LOADING Redis is loading the dataset in memory"),
    new Error("Connection is closed."),
    new Error("Reached the max retries per request limit (which is 1). Refer to the option."),
  ])("is not the job's fault when a store is unavailable: %s", (error) => {
    expect(isStoreUnavailable(error)).toBe(true);
  });

  it.each([
    new ApiError("not_found"),
    new TypeError("x is not a function"),
    new Error("WRONGTYPE Operation"),
    "OOM",
    null,
  ])("is the job's fault otherwise: %s", (error) => {
    expect(isStoreUnavailable(error)).toBe(false);
  });
});
