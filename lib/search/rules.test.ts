import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "@/testing/any-text";
import { resolveAddress, peopleQuery, searchPrefix, similarQuery } from "@/lib/search/rules";

const of = (word: string) =>
  `+(handleKey:${word}^8 OR nameWords:${word}^6 OR handleKey:${word}*^4 OR nameWords:${word}*^3 OR bioWords:${word})`;

describe("the full-text query for people", () => {
  it("requires every word as a prefix, in lower case and without accents", () => {
    expect(peopleQuery("Fern Élan")).toBe(`${of("fern")} ${of("elan")}`);
    expect(peopleQuery("@maple_tree")).toBe(of("maple_tree"));
    expect(peopleQuery("Straße")).toBe(of("strasse"));
  });

  it("searches for characters that are indexed one by one as a phrase", () => {
    expect(peopleQuery("花火")).toContain('nameWords:"花 火"');
  });

  it("is null without a letter or a digit", () => {
    expect(["", "  ", "@", "*:*", "😀", "___"].map(peopleQuery)).toEqual([null, null, null, null, null, null]);
  });

  it("allows one typo in words of four letters, and two in long ones", () => {
    expect(similarQuery("fern")).toBe("+(handleKey:fern~1 OR nameWords:fern~1)");
    expect(similarQuery("fir mapletree")).toBe(
      "+(handleKey:fir OR nameWords:fir) +(handleKey:mapletree~2 OR nameWords:mapletree~2)",
    );
  });

  it("contains no Lucene syntax from the input, whatever is typed", () => {
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

  it("compares handles and names with the input without its leading @", () => {
    expect(searchPrefix(" @Maple ")).toBe("maple");
    expect(searchPrefix("@")).toBe("");
  });
});

describe("a pasted address", () => {
  const named = (q: string) => resolveAddress(q, (host) => host === "town.example");

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
  ])("%s refers to the expected thing", (q, found) => {
    expect(named(q)).toEqual(found);
  });
});
