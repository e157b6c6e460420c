import { describe, expect, it } from "vitest";
import { routes } from "@/app/api/routes";
import { ALL_SCOPES, allows, covers, scopesOf, scopeWords } from "@/lib/auth/scopes";

describe("scopes", () => {
  it("are read with spaces or plus signs between them, each once", () => {
    expect(scopesOf(" read  write+read ")).toEqual(["read", "write"]);
    expect(scopesOf("")).toEqual([]);
  });

  it("cover what is narrower, never what is wider or other", () => {
    expect(covers(["read", "write:media"], ["read:statuses", "write:media"])).toBe(true);
    for (const asked of [["write"], ["read:x", "write:statuses"], ["follow"]]) {
      expect(covers(["read", "write:media"], asked)).toBe(false);
    }
  });

  it("each say in words what they let an app do", () => {
    for (const scope of ALL_SCOPES) expect(scopeWords(scope)).toMatch(/^[A-Z][^:]+$/);
  });
});

describe("a token's scopes", () => {
  it.each([
    ["read", "/api/v1/timelines/home", "read:statuses"],
    ["read", "/api/v1/accounts/1/statuses", "read:statuses"],
    ["read", "/api/v1/accounts/1/followers", "read:accounts"],
    ["read", "/api/v1/accounts/relationships", "read:follows"],
    ["read", "/api/v1/notifications/1", "read:notifications"],
    ["read", "/api/v2/filters/1/keywords", "read:filters"],
    ["read", "/api/v1/blocks", "follow"],
    ["write", "/api/v1/statuses", "write:statuses"],
    ["write", "/api/v1/statuses/1/favourite", "write:favourites"],
    ["write", "/api/v1/statuses/1/bookmark", "write:bookmarks"],
    ["write", "/api/v1/statuses/1/mute", "write:mutes"],
    ["write", "/api/v2/media", "write:media"],
    ["write", "/api/v1/reports", "write:reports"],
    ["follow", "/api/v1/accounts/1/follow", "write:follows"],
    ["follow", "/api/v1/accounts/1/mute", "write:mutes"],
    ["follow", "/api/v1/accounts/1/block", "follow"],
    ["read", "/api/v1/accounts/verify_credentials", "profile"],
  ] as const)("%s at %s is open to %s, and to no other narrow one", (needed, path, scope) => {
    expect(allows([scope], needed, path)).toBe(true);
    expect(allows([needed === "follow" ? "write" : needed], needed, path)).toBe(true);
    const others = ALL_SCOPES.filter(
      (other) => other.includes(":") && other !== scope && !(other === "read:accounts" && scope === "profile"),
    );
    const open = others.filter((other) => allows([other], needed, path));
    expect(open.filter((other) => other.split(":")[1] !== scope.split(":")[1] && scope !== "follow")).toEqual([]);
    expect(allows(["push"], needed, path)).toBe(false);
  });

  it("that read never open what writes", () => {
    const reading = ALL_SCOPES.filter((scope) => scope.startsWith("read") || scope === "profile" || scope === "push");
    for (const [path, methods] of Object.entries(routes)) {
      for (const { declaration } of Object.values(methods)) {
        if (declaration.scope !== "write" && declaration.scope !== "follow") continue;
        expect([path, allows(reading, declaration.scope, path.replaceAll(/\[\w+\]/g, "1"))]).toEqual([path, false]);
      }
    }
  });
});
