import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "@/testing/any-text";
import { namedBy, peopleQuery, searchPrefix, similarQuery } from "@/lib/search/rules";

const of = (word: string) =>
  `+(handleKey:${word}^8 OR nameWords:${word}^6 OR handleKey:${word}*^4 OR nameWords:${word}*^3 OR bioWords:${word})`;

describe("a search for people as a query for the full-text index", () => {
  it("asks for every word by its beginning, in lower case and without accents", () => {
    expect(peopleQuery("Fern Élan")).toBe(`${of("fern")} ${of("elan")}`);
    expect(peopleQuery("@maple_tree")).toBe(of("maple_tree"));
    expect(peopleQuery("Straße")).toBe(of("strasse"));
  });

  it("asks for signs that the index keeps one by one as a phrase", () => {
    expect(peopleQuery("花火")).toContain('nameWords:"花 火"');
  });

  it("is nothing without a letter or a digit", () => {
    expect(["", "  ", "@", "*:*", "😀", "___"].map(peopleQuery)).toEqual([null, null, null, null, null, null]);
  });

  it("allows a slip of the pen in words of four letters, and two in long ones", () => {
    expect(similarQuery("fern")).toBe("+(handleKey:fern~1 OR nameWords:fern~1)");
    expect(similarQuery("fir mapletree")).toBe(
      "+(handleKey:fir OR nameWords:fir) +(handleKey:mapletree~2 OR nameWords:mapletree~2)",
    );
  });

  it("lets nothing through that could be read as an operator, whatever is typed", () => {
    const letters = String.raw`\p{L}\p{M}\p{N}_`;
    const clause = String.raw`(?:handleKey|nameWords|bioWords):(?:[${letters}]+|"[${letters} ]+")(?:\*|~[12])?(?:\^\d)?`;
    const whole = new RegExp(
      String.raw`^\+\(${clause}(?: OR ${clause})*\)(?: \+\(${clause}(?: OR ${clause})*\))*$`,
      "u",
    );
    fc.assert(
      fc.property(
        fc.oneof(anyText(), fc.string({ unit: fc.constantFrom(..."aZ \\\"*?:()[]{}^~+-!&|/é花'.".split("")) })),
        (text) => {
          const asked = [peopleQuery(text), similarQuery(text)].filter((query) => query !== null);
          expect(asked.filter((query) => !whole.test(query))).toEqual([]);
        },
      ),
    );
  });

  it("compares handles and names by what was typed without the @", () => {
    expect(searchPrefix(" @Maple ")).toBe("maple");
    expect(searchPrefix("@")).toBe("");
  });
});

describe("an address that was pasted", () => {
  const named = (q: string) => namedBy(q, (host) => host === "town.example");

  it.each([
    ["https://town.example/@otter", { kind: "person", handle: "otter" }],
    ["https://town.example/@otter/replies", { kind: "person", handle: "otter" }],
    [" https://town.example/@otter/1234567890123456789 ", { kind: "bark", id: "1234567890123456789" }],
    ["https://town.example/@otter/1234567890123456789/likes", { kind: "bark", id: "1234567890123456789" }],
    ["https://town.example/tags/%C3%A9lan", { kind: "topic", name: "élan" }],
    ["https://town.example/tags/%E0%A4%A", { kind: "topic", name: "%E0%A4%A" }],
    ["https://elsewhere.example/@otter", null],
    ["https://town.example/settings", null],
    ["otter", null],
    ["https://", null],
  ])("names in %s what it is of", (q, found) => {
    expect(named(q)).toEqual(found);
  });
});
