import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { routes } from "@/app/api/routes";
import { match } from "@/web/router";

const patterns = Object.keys(routes);
const id = fc.stringMatching(/^[1-9]\d{0,18}$/);

describe("match", () => {
  it("finds every endpoint with its parameters, with and without a trailing slash", () => {
    fc.assert(
      fc.property(fc.constantFrom(...patterns), id, (pattern, value) => {
        const path = pattern.replaceAll(/\[[.\w]+\]/g, value);
        const names = [...pattern.matchAll(/\[[.]*(\w+)\]/g)].map(([, name = ""]) => name);
        const params = Object.fromEntries(names.map((name) => [name, value]));
        const found = { pattern, module: routes[pattern], params };
        expect(match(path)).toEqual(found);
        expect(match(`${path}/`)).toEqual(found);
      }),
    );
  });

  it("prefers a fixed path over a parameter", () => {
    expect(match("/api/v1/accounts/lookup")?.pattern).toBe("/api/v1/accounts/lookup");
    expect(match("/api/v1/accounts/verify_credentials/")?.pattern).toBe("/api/v1/accounts/verify_credentials");
    expect(match("/api/v1/accounts/look-up")?.pattern).toBe("/api/v1/accounts/[id]");
  });

  it("gives the whole rest of the path to a last parameter with dots", () => {
    expect(match("/kt/tile/0/x001/234.p/8")).toMatchObject({
      pattern: "/kt/[...path]",
      params: { path: "tile/0/x001/234.p/8" },
    });
    expect(match("/kt/")).toBeNull();
  });

  it("decodes parameters", () => {
    expect(match("/api/v1/statuses/%F0%9F%A6%8A%2F..")?.params).toEqual({ id: "🦊/.." });
  });

  it.each([
    "/",
    "",
    "/api",
    "/api/v1",
    "/api/v1/accounts/1/nothing",
    "/api/v1/statuses/%zz",
    "/health/x",
    "/API/v1/accounts",
    "/api/v1/accounts/[id]/followers/x",
    "/__proto__",
    "/constructor",
  ])("finds nothing at %j", (path) => {
    expect(match(path)).toBeNull();
  });

  it("never throws, whatever the path", () => {
    fc.assert(
      fc.property(fc.oneof(fc.webPath(), fc.string({ unit: "binary" })), (path) => {
        expect(() => match(`/api/v1/statuses/${path}`)).not.toThrow();
      }),
    );
  });
});
