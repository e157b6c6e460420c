import { describe, expect, it } from "vitest";
import { nextPath } from "@/app/(auth)/next";
import { short } from "@/app/_ui/count";
import { stripMarkup } from "@/lib/text/strip-markup";
import { textToHtml } from "@/lib/text/html";

describe("counts, words and ways", () => {
  it("cuts counts and never rounds them up", () => {
    expect([0, 999, 1_000, 1_299, 12_999, 1_250_000].map(short)).toEqual(["0", "999", "1K", "1.2K", "12K", "1.2M"]);
  });

  it("gives back the words that were made into HTML", () => {
    const text = 'Tom & <Jerry> "at" the fair\'s end #jam https://example.org/x';
    expect(stripMarkup(textToHtml(text, { person: () => null, topic: (name) => `/tags/${name}` }))).toBe(text);
  });

  it("leads on to our own pages only", () => {
    expect(nextPath("/settings?a=1#b")).toBe("/settings?a=1#b");
    for (const foreign of [
      "//evil.example",
      "/\\evil.example",
      "https://evil.example",
      "javascript:alert(1)",
      undefined,
    ]) {
      expect(nextPath(foreign)).toBe("/home");
    }
  });
});
