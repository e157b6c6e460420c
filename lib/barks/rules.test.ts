import { describe, expect, it } from "vitest";
import { references, textFault } from "@/lib/barks/rules";

const FAMILY = "👩‍👩‍👧‍👦";
describe("textFault", () => {
  it.each([
    ["nothing", ""],
    ["spaces", " \u3000\u00a0"],
    ["blank Braille", "\u2800\u2800"],
    ["joiners", "\u200d\u2060\u200b"],
    ["Hangul fillers", "\u3164\u115f\u1160\uffa0"],
    ["marks with nothing under them", "\u0301\u0302"],
    ["variation selectors", "\ufe0f\u{e0100}"],
  ])("refuses %s", (_what, text) => {
    expect(textFault(text)).toMatchObject({ error: "ERR_BLANK" });
  });

  it("accepts 240 graphemes and rejects 241", () => {
    for (const character of ["x", "漢", FAMILY, "🇫🇷", "e\u0301", "👍🏽"]) {
      expect(textFault(character.repeat(240).normalize("NFC"))).toBeNull();
      expect(textFault(character.repeat(241).normalize("NFC"))).toMatchObject({ error: "ERR_TOO_LONG" });
    }
  });

  it("rejects one grapheme with 5,000 combining marks", () => {
    expect(textFault(`Z${"\u0335".repeat(5_000)}`)).toMatchObject({ error: "ERR_TOO_LONG" });
    expect(textFault(`Z${"\u0335".repeat(3_999)}`)).toBeNull();
  });

  it("counts a link as 23 characters, so that ten long ones fit", () => {
    const links = Array.from({ length: 10 }, (_, index) => `https://a.example/${index}${"x".repeat(60)}`);
    expect(textFault(links.join(" "))).toBeNull();
    expect(textFault([...links, "https://b.example"].join(" "))).toMatchObject({ error: "ERR_TOO_LONG" });
  });
});

describe("references", () => {
  it("include each person and topic once, whatever the case", () => {
    expect(references("@Maple @maple @fern #SeedSwap #seedswap #oak")).toEqual({
      mentions: ["maple", "fern"],
      topics: ["seedswap", "oak"],
    });
  });

  it("are limited to fifty of each", () => {
    const many = (mark: string) => Array.from({ length: 80 }, (_, index) => `${mark}a${index}`).join(" ");
    expect(references(many("@")).mentions).toHaveLength(50);
    expect(references(many("#")).topics).toHaveLength(50);
  });
});
