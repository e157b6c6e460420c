import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "@/lib/text/clean";
import { composed } from "@/lib/text/composed";
import { topicKey } from "@/lib/text/entities";
import { fold } from "@/lib/text/fold";

/** Marks that sort against each other, with which normalising takes quadratic time. */
const MARKS = "\u0301\u0316".repeat(100_000);

describe("a composed text", () => {
  it.each(["NFC", "NFKC"] as const)("is what Unicode defines as %s", (form) => {
    const someMarks = fc.array(fc.constantFrom(..."ae\u0301\u0316\u0345\u05b0\u3099ﾞｶ漢ﬁ".split("")), {
      maxLength: 30,
    });
    const texts = fc.oneof(
      fc.string({ unit: "grapheme" }),
      someMarks.map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(composed(text, form)).toBe(text.normalize(form));
      }),
      { numRuns: 2_000 },
    );
    for (const text of ["Tiếng Việt", "क्षत्रिय", "བསྒྲུབས", "שָׁלוֹם", "ｶﾞｷﾞ", "👩🏽‍🌾 1️⃣"])
      expect(composed(text.normalize("NFD"), form)).toBe(text.normalize(form));
  });

  it("has at most 30 marks after one letter", () => {
    expect(composed(`b${"\u0316".repeat(31)}c`)).toBe(`b${"\u0316".repeat(30)}c`);
  });

  it.each([
    ["stored", cleanText],
    ["compared", fold],
    ["a topic", topicKey],
    ["compatible", (text: string) => composed(text, "NFKC")],
    ["of half-width letters", (text: string) => composed(text.replaceAll("\u0301", "\uff9e"), "NFKC")],
  ])("is made in linear time from 200,000 marks: one that is %s", (_, made) => {
    const started = performance.now();
    expect(made(`a${MARKS}`).length).toBeLessThan(100);
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});
