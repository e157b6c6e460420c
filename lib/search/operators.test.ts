import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "@/lib/testing/any-text";
import { idFloor } from "@/lib/ids";
import { barksQuery, isPlain, parseSearch } from "@/lib/search/operators";

const query = (q: string, author: string | null = null) => barksQuery(parseSearch(q), author);
const word = (said: string) => `+(text:${said} OR spoiler:${said})`;
const begun = (said: string) => `+(text:${said} OR text:${said}*^0.2 OR spoiler:${said} OR spoiler:${said}*^0.2)`;

describe("reading a search", () => {
  it("takes operators, phrases and topics out of the words", () => {
    const asked = parseSearch('Seeds from:@Otter "in the barn" #SeedSwap has:media language:DE to share');
    expect(asked).toMatchObject({
      text: "Seeds to share",
      phrases: ["in the barn"],
      topics: ["seedswap"],
      from: "Otter",
      media: true,
      language: "de",
    });
    expect(isPlain(asked)).toBe(false);
    expect(isPlain(parseSearch('seeds "in the barn"'))).toBe(true);
  });

  it("takes days as spans of ids", () => {
    const [day, next] = [idFloor(Date.UTC(2026, 10, 20)), idFloor(Date.UTC(2026, 10, 21))];
    expect(parseSearch("before:2026-11-20")).toMatchObject({ since: null, before: day });
    expect(parseSearch("after:2026-11-20")).toMatchObject({ since: next, before: null });
    expect(parseSearch("during:2026-11-20")).toMatchObject({ since: day, before: next });
    expect(parseSearch("after:1999-01-01").since).toMatch(/^0{19}$/);
  });

  it.each(["from:", "has:poll", "after:tomorrow", "before:2026-13-45", "language:?", "to:otter", "https://x.example"])(
    "takes %s for words",
    (q) => {
      expect(parseSearch(q)).toMatchObject({ text: q, from: null, media: false, language: null, since: null });
    },
  );

  it("knows whether the last word is still being typed", () => {
    expect(
      ["sourd", "sourd ", '"sourd"', "bread #sour", "from:otter", "bread from:otter"].map((q) => parseSearch(q).typing),
    ).toEqual([true, false, false, false, false, false]);
  });
});

describe("a search for barks as a query for the full-text index", () => {
  it("asks for every word, for the last one also by its beginning, and for phrases as they stand", () => {
    expect(query("Élan vital")).toBe(`${word("elan")} ${begun("vital")}`);
    expect(query("don’t ")).toBe(word("don't"));
    expect(query('"Seed Swap"')).toBe('+(text:"seed swap" OR spoiler:"seed swap")');
    expect(query("#SeedSwap")).toBe('+(text:"seedswap" OR spoiler:"seedswap")');
    expect(query("花火 ")).toBe('+(text:"花 火" OR spoiler:"花 火")');
    expect(query("🦦")).toBe(word("🦦"));
  });

  it("asks for what somebody barked, and for nothing where only other things are asked", () => {
    expect(query("from:otter", "17")).toBe("+authorId:17");
    expect(query("rain ", "17")).toBe(`${word("rain")} +authorId:17`);
    expect(query("has:media")).toBe("");
  });

  it("does not ask for words that the index leaves out, and for nothing when nothing is left", () => {
    expect(query("the rain of ")).toBe(word("rain"));
    expect(["", " ", "the ", '""', '"the"', "***", "()"].map((q) => query(q))).toEqual(Array(7).fill(null));
  });

  it("lets nothing through that could be read as an operator, whatever is typed", () => {
    const letters = String.raw`\p{L}\p{M}\p{N}_'.\p{Extended_Pictographic}\u200d\ufe0f\u{1f3fb}-\u{1f3ff}`;
    const said = String.raw`(?:[${letters}]+\*?|"[${letters} ]+")`;
    const one = String.raw`(?:text|spoiler):${said}(?:\^0\.2)?`;
    const clause = new RegExp(String.raw`\+\(${one}(?: OR ${one})*\)(?: |$)`, "gu");
    fc.assert(
      fc.property(
        fc.oneof(
          anyText(),
          fc.string({ unit: fc.constantFrom(..."aZ \\\"*?:()[]{}^~+-!&|/é花#@'.".split("")) }),
          fc.string({
            unit: fc.constantFrom("AND", "OR", "NOT", "TO", " ", '"', "from:", "#", "a", "*", "😀", "[", "}"),
          }),
        ),
        (q) => {
          expect((query(q) ?? "").replace(clause, "")).toBe("");
        },
      ),
    );
  });
});
