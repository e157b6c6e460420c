import { describe, expect, it } from "vitest";
import { routes } from "@/app/api/routes";
import { actsAsStaff, ALL_SCOPES, allows, covers, type Scope, scopesOf, scopeWords } from "@/lib/auth/scopes";

describe("scopes", () => {
  it("are parsed with spaces or plus signs between them, without duplicates", () => {
    expect(scopesOf(" read  write+read ")).toEqual(["read", "write"]);
    expect(scopesOf("")).toEqual([]);
  });

  it("cover narrower scopes, never wider or other ones", () => {
    expect(covers(["read", "write:media"], ["read:statuses", "write:media"])).toBe(true);
    for (const asked of [["write"], ["read:x", "write:statuses"], ["follow"], ["read:location"]]) {
      expect(covers(["read", "write:media"], asked)).toBe(false);
    }
  });

  it("let an app act as staff if one of them does, and change something if one writes", () => {
    expect(actsAsStaff(["read", "write", "follow"], "at all")).toBe(false);
    for (const scope of ["admin:read", "admin:read:reports", "admin:write", "admin:write:domain_blocks"])
      expect(actsAsStaff(["read", scope], "at all")).toBe(true);
    expect(actsAsStaff(["write", "admin:read"], "write")).toBe(false);
    expect(actsAsStaff(["read", "admin:write:accounts"], "write")).toBe(true);
  });

  it("each have a description of what they let an app do", () => {
    for (const scope of ALL_SCOPES) expect(scopeWords(scope)).toMatch(/^[A-Z][^:]+$/);
  });
});

const declarations = Object.entries(routes).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { declaration }]) => ({ method, path, declaration })),
);

describe("a token's scopes", () => {
  it.each<[Scope, string[]]>([
    ["read:statuses", ["read", "read:statuses"]],
    ["read:notifications", ["read", "read:notifications"]],
    ["read:blocks", ["read", "read:blocks", "follow"]],
    ["write:follows", ["write", "write:follows", "follow"]],
    ["write:media", ["write", "write:media"]],
    ["profile", ["profile", "read", "read:accounts"]],
    ["push", ["push"]],
    ["read", ["read"]],
    ["read:location", ["read:location"]],
    ["write:location", ["write:location"]],
    ["messages", ["messages"]],
  ])("that permit what needs %s are %j, and no other", (needed, open) => {
    expect(ALL_SCOPES.filter((scope) => allows([scope], needed)).toSorted()).toEqual(open.toSorted());
  });

  it("that read never permit writing", () => {
    const reading = ALL_SCOPES.filter((scope) => scope.startsWith("read") || scope === "profile" || scope === "push");
    for (const { method, path, declaration } of declarations) {
      if (!declaration.scope?.startsWith("write")) continue;
      expect([method, path, allows(reading, declaration.scope)]).toEqual([method, path, false]);
    }
  });

  it("are required by every endpoint that an app can use on behalf of a person", () => {
    const open = declarations.filter(({ declaration: { auth, scope } }) => auth === "user" && scope === undefined);
    expect(open.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it("do not permit reading locations or the household's grid, unless location is named", () => {
    const others = ALL_SCOPES.filter((scope) => !scope.endsWith(":location"));
    const about = declarations.filter(({ path }) => /^\/api\/v1\/barker\/(location|nearby|household)(\/|$)/.test(path));
    expect(about.length).toBeGreaterThan(5);
    const opened = about.filter(({ declaration: { scope } }) => scope !== undefined && allows(others, scope));
    expect(opened.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it("do not permit encrypted messages, unless messages are named", () => {
    const others = ALL_SCOPES.filter((scope) => scope !== "messages");
    const about = declarations.filter(
      ({ path, declaration: { auth } }) => path.startsWith("/api/v1/barker/e2ee/") && auth !== "none",
    );
    expect(about.length).toBeGreaterThan(3);
    const opened = about.filter(({ declaration: { scope } }) => scope === undefined || allows(others, scope));
    expect(opened.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it("do not permit access to one's account settings, sessions and passkeys, which only our pages use", () => {
    const own = /^\/api\/v1\/barker\/(account|sessions|authorizations|passkeys|two_factor)(\/|$)/;
    for (const { method, path, declaration } of declarations) {
      if (!own.test(path) || declaration.auth === "none") continue;
      expect([method, path, declaration.auth]).toEqual([method, path, "session"]);
    }
  });
});
