import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "@/testing/any-text";
import { anyWord, anyWordOf } from "@/testing/any-word";
import { finds, wordFaults, WORDS } from "@/testing/words";
import { fold } from "@/lib/text/fold";
import { searchable, wordsOf } from "@/lib/text/words";

describe("words of all scripts", () => {
  it("are found, muted and highlighted as the test tables say", () => {
    expect(wordFaults()).toEqual([]);
    expect(Object.keys(WORDS).length).toBeGreaterThanOrEqual(50);
    const misplaced = Object.entries(WORDS).flatMap(([script, words]) =>
      words.filter((word) => script !== "Common" && !new RegExp(String.raw`\p{Script=${script}}`, "u").test(word)),
    );
    expect(misplaced).toEqual([]);
  });

  it("are found by their own spelling, whatever their letters, alone and among others", () => {
    fc.assert(
      fc.property(anyWord(), (word) => {
        fc.pre(wordsOf(fold(word)).length > 0);
        expect([word, finds(word, word)]).toEqual([word, true]);
        expect([word, finds(`Look: ${word}. More`, word)]).toEqual([word, true]);
        expect([word, finds(word, word.normalize("NFD"))]).toEqual([word, true]);
        expect([word, finds(word.normalize("NFD"), word)]).toEqual([word, true]);
      }),
      { numRuns: 2_000 },
    );
  });

  it("are found in upper and lower case", () => {
    fc.assert(
      fc.property(fc.oneof(...["Latin", "Cyrillic", "Armenian", "Cherokee"].map(anyWordOf)), (word) => {
        expect([word, fold(word.toUpperCase())]).toEqual([word, fold(word)]);
        expect([word, fold(word.toLowerCase())]).toEqual([word, fold(word)]);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("a folded text", () => {
  it("does not change when it is folded again", () => {
    fc.assert(
      fc.property(fc.oneof(anyText(), anyWord()), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 3_000 },
    );
  });
});

describe("the indexed form of texts", () => {
  it("is words separated by single spaces, without any query syntax", () => {
    fc.assert(
      fc.property(anyText(200), anyText(200), (text, note) => {
        const kept = searchable(text, note);
        expect(kept).not.toMatch(/^ | $| {2}|[^\S ]/);
        expect(kept.split(" ").filter((word) => word !== "|" && /[|"()[\]{}^~:\\/&!]/.test(word))).toEqual([]);
      }),
    );
  });

  it("has no phrase that spans two texts or the spelling variants", () => {
    expect(searchable("first don’t", "second")).toBe("first don t | second | dont");
    expect(searchable("", null, "only")).toBe("only");
  });

  it("cuts very long words to 40 letters, as a search does", () => {
    expect(searchable("a".repeat(300))).toBe("a".repeat(40));
    expect(finds("a".repeat(300), "a".repeat(300))).toBe(true);
  });
});

describe("the words of a text", () => {
  it("are at the stated positions, in order, and do not overlap", () => {
    fc.assert(
      fc.property(anyText(100), (text) => {
        let before = 0;
        for (const { from, to, tokens } of wordsOf(text)) {
          expect(from).toBeGreaterThanOrEqual(before);
          expect(to).toBeGreaterThan(from);
          expect(tokens.join("").length).toBeLessThanOrEqual(to - from + 100);
          before = to;
        }
      }),
    );
  });
});
