import { describe, expect, it } from "vitest";
import { wordList } from "@/lib/settings/words";

const finds = (entry: string, text: string) => wordList([entry])([text]).length > 0;

describe("a list of words", () => {
  it.each([
    ["snail oil", "Buy SNAIL\nOIL here"],
    ["café", "CAFE?"],
    ["жук", "Жук!"],
    ["広告", "これは広告です"],
    ["spam.example", "https://spam.example"],
    ["spam.example", "See https://shop.Spam.Example/a?b=c."],
    ["spam.example", "http://spam.example:8080/"],
    ["spam.example", "www.spam.example"],
    ["spam.example", "Ask at spam.example, or me@shop.spam.example"],
    ["spam.example", "https://name:word@spam.example/"],
    ["Müll.example", "https://xn--mll-hoa.example/"],
    ["xn--mll-hoa.example", "https://müll.example/"],
    ["1.5", "It is 1.5 miles"],
    ["node.js", "I like Node.js"],
    ["spam.example", "Look...spam.example."],
  ])("finds %j in %j", (entry, text) => {
    expect(finds(entry, text)).toBe(true);
  });

  it.each([
    ["cat", "Concatenate"],
    ["snail oil", "Snail, and oil"],
    ["spam.example", "https://notspam.example/"],
    ["spam.example", "https://my-spam.example/"],
    ["spam.example", "https://spam.example.org/"],
    ["shop.spam.example", "https://spam.example/"],
  ])("does not find %j in %j", (entry, text) => {
    expect(finds(entry, text)).toBe(false);
  });

  it.each(["a".repeat(100_000), "a.".repeat(50_000), ".".repeat(100_000), `https://${"a.".repeat(50_000)}`])(
    "takes linear time, also for junk",
    (junk) => {
      const began = performance.now();
      expect(finds("spam.example", junk)).toBe(false);
      // Quadratic time would be some ten seconds.
      expect(performance.now() - began).toBeLessThan(2_000);
    },
  );

  it("finds all that occur in any of the texts, in its own order, and no phrase across two texts", () => {
    const find = wordList(["snail oil", "bread", "spam.example", "jam"]);
    expect(find(["Jam and bread", null, undefined, "www.spam.example"])).toEqual(["bread", "spam.example", "jam"]);
    expect(find(["A snail", "oil"])).toEqual([]);
    expect(wordList([])(["Jam"])).toEqual([]);
  });
});
