import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanFields, cleanLine, profileFaults } from "@/lib/account/profile/rules";
import { cleanText } from "@/lib/text/clean";
import { ProfileChange } from "@/lib/account/profile/schema";

const faultsOf = (change: ProfileChange) =>
  Object.fromEntries(Object.entries(profileFaults(change)).map(([field, [fault]]) => [field, fault?.error]));

describe("profileFaults", () => {
  it("counts graphemes, not bytes", () => {
    expect(faultsOf({ display_name: "👩‍👩‍👧".repeat(30), note: "ä".repeat(500) })).toEqual({});
    expect(faultsOf({ display_name: "x".repeat(31), note: "x".repeat(501) })).toEqual({
      display_name: "ERR_TOO_LONG",
      note: "ERR_TOO_LONG",
    });
  });

  it("rejects a name whose characters all have many combining marks", () => {
    expect(faultsOf({ display_name: `a${"\u0301".repeat(30)}`.repeat(30) })).toEqual({ display_name: "ERR_TOO_LONG" });
    // What is beyond the thirtieth mark of a letter is dropped before.
    expect(faultsOf({ display_name: `a${"\u0301".repeat(400)}` })).toEqual({});
  });

  it("accepts four fields with names, of 255 characters each", () => {
    const field = { name: "n".repeat(255), value: "v".repeat(255) };
    expect(faultsOf({ fields_attributes: [field, field, field, field] })).toEqual({});
    expect(faultsOf({ fields_attributes: Array.from({ length: 5 }, () => field) })).toEqual({
      fields: "ERR_TOO_MANY",
    });
    expect(faultsOf({ fields_attributes: [{ name: "n".repeat(256), value: "" }] })).toEqual({ fields: "ERR_TOO_LONG" });
    expect(faultsOf({ fields_attributes: [{ name: "n", value: "v".repeat(256) }] })).toEqual({
      fields: "ERR_TOO_LONG",
    });
    expect(faultsOf({ fields_attributes: [{ name: " ", value: "v" }] })).toEqual({ fields: "ERR_BLANK" });
  });
});

describe("the stored profile", () => {
  it("has no control characters and no bidirectional overrides, and cleaning it again changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const clean of [cleanLine, cleanText]) {
          const kept = clean(text);
          expect(kept).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
          expect(clean(kept)).toBe(kept);
        }
        expect(cleanLine(text)).not.toContain("\n");
      }),
    );
  });

  it("is empty when no character is visible", () => {
    expect(cleanLine(" \u200b\u2800 ")).toBe("");
  });

  it("leaves empty fields out", () => {
    const sent = [
      { name: "Pond", value: "north" },
      { name: "", value: " " },
      { name: "Bank", value: "" },
    ];
    expect(cleanFields(sent)).toEqual([sent[0], sent[2]]);
  });
});

describe("ProfileChange", () => {
  it("accepts fields as an array and by number, in the order of the numbers", () => {
    const [a, b] = [
      { name: "a", value: "1" },
      { name: "b", value: "2" },
    ];
    expect(ProfileChange.parse({ fields_attributes: [a, b] }).fields_attributes).toEqual([a, b]);
    expect(ProfileChange.parse({ fields_attributes: { 10: b, 9: a } }).fields_attributes).toEqual([a, b]);
  });

  it("accepts the booleans of forms", () => {
    expect(ProfileChange.parse({ locked: "true", bot: "0", discoverable: false })).toMatchObject({
      locked: true,
      bot: false,
      discoverable: false,
    });
  });

  it("treats an empty language as none", () => {
    expect(ProfileChange.parse({ source: { language: "" } }).source).toEqual({ language: null });
    expect(ProfileChange.safeParse({ source: { language: "not a language" } }).success).toBe(false);
  });
});
