import { describe, expect, it } from "vitest";
import { isOwnHost, isOwnOrigin, isSameOrigin } from "@/lib/http/origin";
import { setTestEnvironment } from "@/testing/environment";

setTestEnvironment({ BARKER_ORIGIN: "https://town.example" });
const same = (headers: Record<string, string>) => isSameOrigin(new Headers({ host: "town.example", ...headers }));

describe("isSameOrigin", () => {
  it.each<Record<string, string>>([
    { origin: "https://town.example" },
    { "sec-fetch-site": "same-origin" },
    { origin: "https://town.example", "sec-fetch-site": "same-origin" },
    { origin: "https://10.0.0.7:8443", host: "10.0.0.7:8443" },
  ])("accepts %j", (headers) => {
    expect(same(headers)).toBe(true);
  });

  it.each<Record<string, string>>([
    {},
    { origin: "null" },
    { origin: "" },
    { origin: "https://evil.example" },
    { origin: "http://town.example" },
    { origin: "https://town.example.evil.example" },
    { origin: "https://town.example:8443" },
    { origin: "https://eviltown.example" },
    { origin: "https://town.example@evil.example" },
    { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "none" },
    { referer: "https://town.example/home" },
  ])("rejects %j", (headers) => {
    expect(same(headers)).toBe(false);
  });

  it("requires the Host header, unless the origin is the public one", () => {
    expect(isOwnOrigin("https://10.0.0.7", null)).toBe(false);
    expect(isOwnOrigin("https://town.example", null)).toBe(true);
  });
});

describe("isOwnHost", () => {
  it("recognises this server's name in any case, and no other", () => {
    expect(["town.example", "Town.Example"].map(isOwnHost)).toEqual([true, true]);
    expect(["town.example.org", "own.example", ""].map(isOwnHost)).toEqual([false, false, false]);
  });
});
