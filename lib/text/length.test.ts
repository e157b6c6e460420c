import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textFault } from "@/lib/barks/rules";
import { cleanText } from "@/lib/text/clean";
import { barkLength, excessIndex, graphemeCount, isVisible } from "@/lib/text/length";

const FAMILY = "👩‍👩‍👧‍👦";

describe("graphemeCount", () => {
  it.each([
    ["", 0],
    ["bark", 4],
    [FAMILY, 1],
    ["🇫🇷🇩🇪", 2],
    ["e\u0301", 1],
    ["क्षि", 1],
    ["👍🏽", 1],
    ["a\r\nb", 3],
  ])("counts %j as %i", (text, count) => {
    expect(graphemeCount(text)).toBe(count);
  });

  it("grows by one with every family emoji that is added", () => {
    fc.assert(
      fc.property(fc.nat(300), (count) => {
        expect(graphemeCount(FAMILY.repeat(count))).toBe(count);
      }),
    );
  });
});

describe("barkLength", () => {
  it("counts every link as 23, however long or short it is", () => {
    fc.assert(
      fc.property(fc.webPath(), fc.integer({ min: 1, max: 50 }), (path, before) => {
        const text = `${"x".repeat(before)} https://a.example/b${path.replace(/[^\w/]/g, "")}`;
        expect(barkLength(text)).toBe(before + 1 + 23);
      }),
    );
    expect(barkLength("http://a.de")).toBe(23);
    expect(barkLength(`https://a.example/${"x".repeat(2_000)}`)).toBe(23);
  });

  it("does not depend on the Unicode composition of a text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(barkLength(text.normalize("NFD"))).toBe(barkLength(text.normalize("NFC")));
      }),
    );
  });

  it("counts everything except links by graphemes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!text.includes("http") && !/[@#]/.test(text));
        expect(barkLength(text)).toBe(graphemeCount(cleanText(text)));
      }),
    );
  });
});

describe("a text that is cleaned when it is stored", () => {
  const untidy = fc
    .array(
      fc.constantFrom("word", " ", "\n", "\r\n", "\t", "\u0000", "\u202e", "e\u0301", "https://a.example/b", "花"),
      {
        maxLength: 300,
      },
    )
    .map((parts) => parts.join(""));

  it("has the length of the cleaned text, and is too long in the browser exactly when it is too long on the server", () => {
    expect(barkLength(`  ${"x".repeat(238)}\n\n\n\n\u0000y \n`)).toBe(241);
    expect(barkLength(` \r\n${"x".repeat(240)}\r\n\r\n`)).toBe(240);
    fc.assert(
      fc.property(untidy, (text) => {
        expect(barkLength(text)).toBe(barkLength(cleanText(text)));
        expect(excessIndex(text) === null).toBe(textFault(cleanText(text), 1) === null);
      }),
    );
  });

  it("is marked from the first character beyond the limit", () => {
    fc.assert(
      fc.property(untidy, (text) => {
        fc.pre(!text.includes("http"));
        expect(barkLength(text.slice(0, excessIndex(text) ?? 0))).toBeLessThanOrEqual(240);
      }),
    );
    expect(excessIndex(`\n\n  ${"x".repeat(240)}`)).toBeNull();
    expect(excessIndex(`\n\n  ${"x".repeat(241)}  `)).toBe(244);
    expect(excessIndex(`${"x".repeat(239)}\n\n\n\ny`)).toBe(243);
  });
});

describe("excessIndex", () => {
  it("is null up to 240 characters and points at the 241st", () => {
    expect(excessIndex(FAMILY.repeat(240))).toBeNull();
    expect(excessIndex(FAMILY.repeat(241))).toBe(FAMILY.length * 240);
  });

  it("never points inside a link, and continues to count after it", () => {
    const text = `${"x".repeat(220)} https://a.example/path`;
    expect(excessIndex(text)).toBe(221);
    expect(excessIndex(text.slice(4))).toBeNull();
    expect(excessIndex(`https://a.example/path ${"x".repeat(217)}`)).toBe(239);
  });

  it("agrees with the length about what is too long", () => {
    const long = fc.string({ unit: "grapheme", minLength: 200, maxLength: 280 }).map((text) => text.normalize("NFC"));
    fc.assert(
      fc.property(long, (text) => {
        expect(excessIndex(text) !== null).toBe(barkLength(text) > 240);
      }),
    );
  });
});

describe("isVisible", () => {
  it.each(["a", "0", ".", "👋", "é", "\u200ba", "漢"])("treats %j as visible", (text) => {
    expect(isVisible(text)).toBe(true);
  });

  it("treats spaces, joiners, fillers, blank Braille, marks and controls as invisible", () => {
    const blank =
      "\u0000 \t\n\u00a0\u00ad\u034f\u0301\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u2060\u2800\u3000\u3164\ufe0f\ufeff\uffa0\u{e0041}";
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...Array.from(blank))).map((parts) => parts.join("")),
        (text) => {
          expect(isVisible(text)).toBe(false);
        },
      ),
    );
    for (const character of blank) expect(isVisible(character)).toBe(false);
  });
});
