import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listResponse } from "@/lib/http/list";
import { bounds, linkHeader, PageQuery } from "@/lib/http/page";

const digits = fc.bigInt({ min: 0n, max: 10n ** 25n }).map(String);

describe("PageQuery", () => {
  it("has 20 entries by default", () => {
    expect(PageQuery.parse({})).toEqual({ limit: 20 });
  });

  it.each([
    ["1", 1],
    ["40", 40],
    ["41", 40],
    ["100", 40],
    ["1000000", 40],
  ])("parses limit %s as %i", (limit, expected) => {
    expect(PageQuery.parse({ limit }).limit).toBe(expected);
  });

  it.each([
    { limit: "-5" },
    { limit: "1.5" },
    { limit: "many" },
    { max_id: "x" },
    { since_id: "-1" },
    { max_id: ["1"] },
  ])("rejects %j", (query) => {
    expect(PageQuery.safeParse(query).success).toBe(false);
  });

  it("accepts any number as a bound and pads it for comparison with ids", () => {
    fc.assert(
      fc.property(digits, (max_id) => {
        expect(PageQuery.parse({ max_id }).maxId).toMatch(/^\d{19}$/);
      }),
    );
  });
});

describe("bounds", () => {
  it("are open on both sides by default", () => {
    const { max, min, ascending } = bounds({ limit: 20 });
    expect(max > "9223372036854775807" && min < "1000000000000000000").toBe(true);
    expect(ascending).toBe(false);
  });

  it("are combined: the higher of since_id and min_id counts", () => {
    const id = fc.stringMatching(/^[1-9]\d{18}$/);
    fc.assert(
      fc.property(id, id, id, (maxId, sinceId, minId) => {
        expect(bounds({ limit: 1, maxId, sinceId, minId })).toEqual({
          max: maxId,
          min: sinceId > minId ? sinceId : minId,
          ascending: true,
        });
        expect(bounds({ limit: 1, maxId, sinceId })).toEqual({ max: maxId, min: sinceId, ascending: false });
      }),
    );
  });
});

describe("linkHeader", () => {
  const url = new URL("https://town.example/api/v1/timelines/home?limit=5&max_id=9&since_id=1&min_id=2&local=true");

  it("is absent on an empty page", () => {
    expect(linkHeader(url, [])).toBeNull();
    expect(listResponse(url, []).headers.get("link")).toBeNull();
  });

  it("points to older and newer entries, with the same filters", () => {
    expect(linkHeader(url, ["8", "7", "5"])).toBe(
      '<https://town.example/api/v1/timelines/home?limit=5&local=true&max_id=5>; rel="next", ' +
        '<https://town.example/api/v1/timelines/home?limit=5&local=true&min_id=8>; rel="prev"',
    );
  });

  it("stays a single header whatever the URL contains", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (name, value) => {
        const address = new URL("https://town.example/api/v1/statuses");
        address.searchParams.set(name, value);
        const link = linkHeader(address, ["1"]) ?? "";
        expect(link).toMatch(/^<[^<>]*>; rel="next", <[^<>]*>; rel="prev"$/);
        expect(() => new Headers({ link })).not.toThrow();
      }),
    );
  });

  it("is sent with its list", async () => {
    const response = listResponse(url, [{ id: "8" }, { id: "5" }]);
    expect(await response.json()).toEqual([{ id: "8" }, { id: "5" }]);
    expect(response.headers.get("link")).toBe(linkHeader(url, ["8", "5"]));
  });
});
