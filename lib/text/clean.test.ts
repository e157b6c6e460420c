import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "@/lib/text/clean";

const FAMILY = "👩‍👩‍👧‍👦";
const anything = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(fc.constantFrom(..."ae \n\r\t\u0000\u0301\u0085\u2028\u202e\u200d\ud83dá".split("")))
    .map((parts) => parts.join("")),
);

describe("cleanText", () => {
  it("is idempotent", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it("outputs NFC without control characters, bidirectional overrides, lone surrogates and outer white space", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const clean = cleanText(text);
        expect(clean).toBe(clean.normalize("NFC"));
        expect(clean.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        expect(clean).not.toMatch(/\p{Cs}/u);
        expect(clean).toBe(clean.trim());
        expect(clean).not.toContain("\n\n\n");
      }),
      { numRuns: 2_000 },
    );
  });

  it("keeps what people type", () => {
    const typed = `Hello, 漢字 🇫🇷 ${FAMILY}!\nSecond line\n\nSecond paragraph`;
    expect(cleanText(typed)).toBe(typed);
    expect(cleanText("one\r\ntwo\rthree\n\n\n\nfour")).toBe("one\ntwo\nthree\n\nfour");
    expect(cleanText("e\u0301te\u0301")).toBe("été");
    expect(cleanText("  bark\n")).toBe("bark");
  });
});
