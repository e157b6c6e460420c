import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, wordPattern } from "@/lib/filters/words";

const finds = (word: string, text: string, whole = true) => wordPattern(word, whole)?.test(fold(text)) ?? false;

describe("a muted word", () => {
  it.each([
    ["cat", "The CAT sat."],
    ["cat", "#cat"],
    ["cat", "cat’s"],
    ["cat", "@cat"],
    ["cat", "catは可愛い"],
    ["#cat", "look: #cat"],
    ["C++", "I like C++."],
    ["straße", "Die STRAßE"],
    ["собака", "Это СОБАКА!"],
    ["σκύλος", "ΣΚΎΛΟΣ"],
    ["كلب", "هذا كلب كبير"],
    ["犬", "私の犬です"],
    ["หมา", "ฉันรักหมามาก"],
    ["ice cream", "ICE   cream"],
    ["ｃａｔ", "a cat"],
    ["🐕", "walk🐕now"],
    ["❤", "love ❤️ you"],
    ["👨‍👩‍👧", "us: 👨‍👩‍👧"],
    ["é", "e\u0301"],
  ])("%j is found whole in %j", (word, text) => {
    expect(finds(word, text)).toBe(true);
  });

  it.each([
    ["cat", "concatenate"],
    ["cat", "cats"],
    ["cat", "cat_food"],
    ["cat", "cat5"],
    ["caf", "café"],
    ["собак", "собака"],
    ["كلب", "كلبي"],
    ["#cat", "#cats"],
    ["👍", "👍🏽"],
    ["👧", "👨‍👩‍👧"],
    ["👨", "👨‍👩‍👧"],
    ["1", "1️⃣"],
  ])("%j is not whole in %j", (word, text) => {
    expect(finds(word, text)).toBe(false);
    expect(finds(word, text, false)).toBe(true);
  });

  it("that is blank finds nothing", () => {
    for (const blank of ["", "  ", "\n", "\ufe0f"]) expect(wordPattern(blank, true)).toBeNull();
  });

  it("is found in itself, alone, in any case, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }), fc.boolean(), (word, whole) => {
        fc.pre(fold(word).trim() !== "");
        expect(finds(word, word, whole)).toBe(true);
        expect(finds(word, `, ${word} ,`, whole)).toBe(true);
        expect(finds(word.toUpperCase(), word.toUpperCase(), whole)).toBe(true);
      }),
    );
  });

  it("means what it says: no sign of it is a command", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 40 }), (word, text) => {
        fc.pre(fold(word).trim() !== "" && !/\s/.test(word));
        expect(finds(word, text, false)).toBe(fold(text).includes(fold(word)));
      }),
    );
  });
});
