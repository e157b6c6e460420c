import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldLine as fold, wordFinder } from "@/lib/text/find-words";

const finds = (word: string, text: string, whole = true) => wordFinder([{ word, whole }])(fold(text)).has(0);

describe("a sought word", () => {
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
  ])("%j matches as a whole word in %j", (word, text) => {
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
  ])("%j does not match as a whole word in %j", (word, text) => {
    expect(finds(word, text)).toBe(false);
    expect(finds(word, text, false)).toBe(true);
  });

  it("that is blank matches nothing", () => {
    for (const blank of ["", "  ", "\n", "\ufe0f"]) expect(finds(blank, `a ${blank} b`)).toBe(false);
  });

  it("matches itself, alone, in any case, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }), fc.boolean(), (word, whole) => {
        fc.pre(fold(word).trim() !== "");
        expect(finds(word, word, whole)).toBe(true);
        expect(finds(word, `, ${word} ,`, whole)).toBe(true);
        expect(finds(word.toUpperCase(), word.toUpperCase(), whole)).toBe(true);
      }),
    );
  });

  it("is literal: none of its characters has a special meaning", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 40 }), (word, text) => {
        fc.pre(fold(word).trim() !== "" && !/\s/.test(word));
        expect(finds(word, text, false)).toBe(fold(text).includes(fold(word)));
      }),
    );
  });
});

describe("many muted words", () => {
  /** Random letters and spaces that make words overlap with each other. */
  const babble = (maxLength: number) =>
    fc.string({ unit: fc.constantFrom(...("ab가는 é👍🏽花'".match(/./gu) ?? [])), maxLength });
  const muted = fc.record({ word: babble(6), whole: fc.boolean() });

  it("are found together as each is found alone", () => {
    fc.assert(
      fc.property(fc.array(muted, { maxLength: 30 }), babble(40), (words, text) => {
        const each = words.flatMap(({ word, whole }, place) => (finds(word, text, whole) ? [place] : []));
        expect([...wordFinder(words)(fold(text))].toSorted((a, b) => a - b)).toEqual(each);
      }),
      { numRuns: 2_000 },
    );
  });

  it("are reported by index, also those that are equal or blank", () => {
    const words = ["rain", "", "snow", "RAIN", "ai"].map((word, place) => ({ word, whole: place !== 4 }));
    expect(wordFinder(words)("no rain today")).toEqual(new Set([0, 3, 4]));
  });

  it("are matched against long texts fast enough for a whole page, however many and similar they are", () => {
    const words = Array.from({ length: 5_000 }, (_, place) => ({
      word: "ab ".repeat(1 + (place % 66)) + (place % 2 === 0 ? "" : place),
      whole: place % 4 < 2,
    }));
    const find = wordFinder(words);
    const text = fold(`x${"ab ".repeat(1_300)}`);
    for (let bark = 0; bark < 40; bark++) expect(find(text).size).toBeGreaterThan(0);
  });
});
