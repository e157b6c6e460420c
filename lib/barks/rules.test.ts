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

  it("takes 240 characters as readers count them and refuses 241", () => {
    for (const character of ["x", "漢", FAMILY, "🇫🇷", "e\u0301", "👍🏽"]) {
      expect(textFault(character.repeat(240).normalize("NFC"))).toBeNull();
      expect(textFault(character.repeat(241).normalize("NFC"))).toMatchObject({ error: "ERR_TOO_LONG" });
    }
  });

  it("refuses one character with 5,000 marks on it", () => {
    expect(textFault(`Z${"\u0335".repeat(5_000)}`)).toMatchObject({ error: "ERR_TOO_LONG" });
    expect(textFault(`Z${"\u0335".repeat(3_999)}`)).toBeNull();
  });

  it("counts a link 23, so that ten long ones fit", () => {
    const links = Array.from({ length: 10 }, (_, index) => `https://a.example/${index}${"x".repeat(60)}`);
    expect(textFault(links.join(" "))).toBeNull();
    expect(textFault([...links, "https://b.example"].join(" "))).toMatchObject({ error: "ERR_TOO_LONG" });
  });
});

describe("references", () => {
  it("names everybody and every topic once, whatever the case", () => {
    expect(references("@Maple @maple @fern #SeedSwap #seedswap #oak")).toEqual({
      mentions: ["maple", "fern"],
      topics: ["seedswap", "oak"],
    });
  });

  it("are at most fifty each", () => {
    const many = (mark: string) => Array.from({ length: 80 }, (_, index) => `${mark}a${index}`).join(" ");
    expect(references(many("@")).mentions).toHaveLength(50);
    expect(references(many("#")).topics).toHaveLength(50);
  });
});
