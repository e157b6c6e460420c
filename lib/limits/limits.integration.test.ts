import { beforeAll, describe, expect, it } from "vitest";
import { POST as newAccount } from "@/app/api/v1/accounts/route";
import { POST as newApp } from "@/app/api/v1/apps/route";
import { ADDRESS_HEADER } from "@/lib/http/address";
import { applyLimit, secondsToWait } from "@/lib/limits/writes";
import { cookieOf, freshHandle, makePerson, makeToken } from "@/testing/people";
import { beginWith } from "@/testing/change-env";

beforeAll(() => beginWith({ BARKER_RATE_LIMITS: "on" }));

describe("a rate limit", () => {
  it("allows a number of uses, reports the remaining ones, and then when to retry", async () => {
    const who = freshHandle();
    for (let left = 9; left >= 0; left--) {
      const headers = await applyLimit("signIn", who);
      expect(headers).toMatchObject({ "x-ratelimit-limit": "10", "x-ratelimit-remaining": String(left) });
      expect(Date.parse(headers["x-ratelimit-reset"] ?? "")).toBeGreaterThan(Date.now());
    }
    await expect(applyLimit("signIn", who)).rejects.toMatchObject({
      code: "too_many",
      status: 429,
      retryAfter: expect.toSatisfy((seconds: number) => seconds >= 1 && seconds <= 300),
      headers: { "x-ratelimit-limit": "10", "x-ratelimit-remaining": "0" },
    });
  });

  it("applies to twenty concurrent requests", async () => {
    const who = freshHandle();
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => applyLimit("signIn", who)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  });

  it("counts each person and each rule separately", async () => {
    const [a, b] = [freshHandle(), freshHandle()];
    for (let turn = 0; turn < 10; turn++) await applyLimit("signIn", a);
    await expect(applyLimit("signIn", a)).rejects.toMatchObject({ code: "too_many" });
    expect(await applyLimit("signIn", b)).toMatchObject({ "x-ratelimit-remaining": "9" });
    expect(await applyLimit("bark", a)).toMatchObject({ "x-ratelimit-remaining": "59" });
  });
});

describe("a page with a rate limit", () => {
  it("is told how long to wait, and is not affected by other people", async () => {
    const [who, other] = [freshHandle(), freshHandle()];
    for (let turn = 0; turn < 150; turn++) expect(await secondsToWait("nearby", who)).toBe(0);
    const wait = await secondsToWait("nearby", who);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(300);
    expect(await secondsToWait("nearby", other)).toBe(0);
  });
});

describe("an endpoint with a rate limit", () => {
  it("reports the caller's state in every response, and finally answers 429 with the time to retry", async () => {
    const headers = { [ADDRESS_HEADER]: freshHandle(), "content-type": "application/json" };
    const ask = () =>
      newApp(new Request("http://localhost/api/v1/apps", { method: "POST", headers, body: '{"client_name":""}' }), {
        params: Promise.resolve({}),
      });
    for (let turn = 0; turn < 30; turn++) expect((await ask()).status).toBe(422);
    const answer = await ask();
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(answer.headers.get("x-ratelimit-limit")).toBe("30");
    expect(answer.headers.get("x-ratelimit-remaining")).toBe("0");
    expect(await answer.json()).toMatchObject({ code: "too_many", error: expect.any(String) });
    const granted = await newApp(
      new Request("http://localhost/api/v1/apps", {
        method: "POST",
        headers: { ...headers, [ADDRESS_HEADER]: freshHandle() },
        body: '{"client_name":"Sparrow"}',
      }),
      { params: Promise.resolve({}) },
    );
    expect([granted.status, granted.headers.get("x-ratelimit-remaining")]).toEqual([200, "29"]);
  });
});

describe("signing up", () => {
  const signUp = async (headers: Record<string, string>) => {
    const sent = new Headers({ "content-type": "application/json", ...headers });
    const request = new Request("http://localhost/api/v1/accounts", { method: "POST", headers: sent, body: "{}" });
    return (await newAccount(request, { params: Promise.resolve({}) })).status;
  };

  it("is counted by address, whichever person and app asks, and for IPv6 by network", async () => {
    const network = `2001:db8:${(process.pid & 0xffff).toString(16)}:${(Date.now() & 0xffff).toString(16)}`;
    for (let turn = 0; turn < 10; turn++) {
      const [{ token }, cookie] = [await makeToken(null), await cookieOf((await makePerson()).id)];
      const by: Record<string, string> =
        turn % 2 ? { authorization: `Bearer ${token}` } : { cookie, "sec-fetch-site": "same-origin" };
      expect(await signUp({ [ADDRESS_HEADER]: `${network}:${turn}::1`, ...by })).toBe(422);
    }
    const { token } = await makeToken(null);
    const authorization = `Bearer ${token}`;
    expect(await signUp({ [ADDRESS_HEADER]: `${network}::9`, authorization })).toBe(429);
    expect(await signUp({ [ADDRESS_HEADER]: `2001:db8:${freshHandle().slice(1, 5)}::9`, authorization })).toBe(422);
  });
});
