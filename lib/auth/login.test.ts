import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emailKey, loginKey } from "@/lib/auth/login";

describe("loginKey", () => {
  it.each(["maple", "MAPLE", "@maple", " maple ", "\u3000@Maple\t", "ｍａｐｌｅ", "ⓜⓐⓟⓛⓔ", "＠ℳaple", "𝓂𝒶𝓅𝓁ℯ"])(
    "of %j is maple",
    (login) => expect(loginKey(login)).toBe("maple"),
  );

  it.each([
    ["Maple@Town.Example", "maple@town.example"],
    [" maple＠town.example ", "maple@town.example"],
    ["maple@bücher.example", "maple@xn--bcher-kva.example"],
    ["maple@BU\u0308CHER。example", "maple@xn--bcher-kva.example"],
    ["maple@xn--bcher-kva.example", "maple@xn--bcher-kva.example"],
  ])("of the address %j is %s", (login, key) => {
    expect(loginKey(login)).toBe(key);
    expect(emailKey(login)).toBe(key);
  });

  it("is idempotent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const key = emailKey(text);
        expect(emailKey(key)).toBe(key);
      }),
    );
  });
});
