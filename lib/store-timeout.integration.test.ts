import { beforeAll, expect, it } from "vitest";
import { withoutWhatFails, withStoreBudget, withTimeout } from "@/lib/store-timeout";
import { ApiError, away } from "@/lib/errors";
import { beginWith } from "@/testing/change-env";

const never = () => new Promise<never>(() => undefined);

beforeAll(() => beginWith({ BARKER_STORE_SECONDS: "0.1" }));

it("says that the whole request has no time left when a query had only the rest of it", async () => {
  const waits = withStoreBudget(async () => {
    await withTimeout("a slow query", new Promise((done) => setTimeout(done, 60)));
    await withTimeout("strikes/account", never());
  });
  await expect(waits).rejects.toThrow(
    /^strikes\/account: no answer in \d\d? ms, and all 100 ms that this request may wait for its stores are used up$/,
  );
});

it("says nothing of the request when one command took too long by itself", async () => {
  const waits = withStoreBudget(() => withTimeout("Redis", never(), 10));
  await expect(waits).rejects.toThrow(/^Redis: no answer in 10 ms$/);
});

it("gives a request that may wait longer several times as much", async () => {
  const slow = () => withTimeout("a slow query", new Promise((done) => setTimeout(() => done("late"), 150)));
  await expect(withStoreBudget(slow)).rejects.toThrow("used up");
  expect(await withStoreBudget(slow, 4)).toBe("late");
});

it("goes without what a store did not answer in time, and hides no other error", async () => {
  expect(await withoutWhatFails(Promise.resolve(3))).toBe(3);
  expect(await withoutWhatFails(Promise.reject(away(new Error("no answer"))))).toBeNull();
  await expect(withoutWhatFails(Promise.reject(new ApiError("forbidden")))).rejects.toThrow("You may not do this.");
});
