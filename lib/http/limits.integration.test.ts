import { beforeAll, describe, expect, it, vi } from "vitest";
import { useLimit } from "@/lib/http/limits";
import { freshHandle } from "@/lib/testing/people";

beforeAll(() => void vi.stubEnv("BARKER_RATE_LIMITS", "on"));

describe("a rate limit", () => {
  it("lets somebody do a thing so often, says where they stand, and then when to come back", async () => {
    const who = freshHandle();
    for (let left = 9; left >= 0; left--) {
      const headers = await useLimit("signIn", who);
      expect(headers).toMatchObject({ "x-ratelimit-limit": "10", "x-ratelimit-remaining": String(left) });
      expect(Date.parse(headers["x-ratelimit-reset"] ?? "")).toBeGreaterThan(Date.now());
    }
    await expect(useLimit("signIn", who)).rejects.toMatchObject({
      code: "too_many",
      status: 429,
      retryAfter: expect.toSatisfy((seconds: number) => seconds >= 1 && seconds <= 300),
      headers: { "x-ratelimit-limit": "10", "x-ratelimit-remaining": "0" },
    });
  });

  it("lets twenty at once do no more than it allows", async () => {
    const who = freshHandle();
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => useLimit("signIn", who)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  });

  it("counts everybody, and every kind of thing, for themselves", async () => {
    const [a, b] = [freshHandle(), freshHandle()];
    for (let turn = 0; turn < 10; turn++) await useLimit("signIn", a);
    await expect(useLimit("signIn", a)).rejects.toMatchObject({ code: "too_many" });
    expect(await useLimit("signIn", b)).toMatchObject({ "x-ratelimit-remaining": "9" });
    expect(await useLimit("bark", a)).toMatchObject({ "x-ratelimit-remaining": "59" });
  });
});
