import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "@/testing/any-text";
import { idFloor, MAX_ID } from "@/lib/ids";
import { barksQuery, isPlain, parseSearch } from "@/lib/search/operators";

const query = (q: string, wanted: string | null = null, unwanted: string[] = []) =>
  barksQuery(parseSearch(q), { wanted, unwanted });
const word = (said: string) => `+(words:${said})`;
const begun = (said: string) => `+(words:${said} OR words:${said}*^0.2)`;
const EVERYTHING = `+id:[${"0".repeat(19)} TO ${MAX_ID}}`;

describe("parsing a search", () => {
  it("separates operators, phrases and topics from the words", () => {
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

  it("turns days into ranges of ids", () => {
    const [day, next] = [idFloor(Date.UTC(2026, 10, 20)), idFloor(Date.UTC(2026, 10, 21))];
    expect(parseSearch("before:2026-11-20")).toMatchObject({ since: null, before: day });
    expect(parseSearch("after:2026-11-20")).toMatchObject({ since: next, before: null });
    expect(parseSearch("during:2026-11-20")).toMatchObject({ since: day, before: next });
    expect(parseSearch("after:1999-01-01").since).toMatch(/^0{19}$/);
  });

  it("treats what follows a minus sign as excluded", () => {
    const asked = parseSearch('seeds -rain -from:@otter -from:me -"in the barn" -#SeedSwap -has:media -language:DE');
    expect(asked).toMatchObject({ text: "seeds", phrases: [], topics: [], from: null, media: false, language: null });
    expect(asked.unwanted).toEqual({
      words: ["rain"],
      phrases: ["in the barn"],
      topics: ["seedswap"],
      from: ["otter", "me"],
      languages: ["de"],
      spans: [],
    });
    expect(isPlain(asked)).toBe(false);
    expect(parseSearch("seed-swap - out").unwanted.words).toEqual([]);
  });

  it("turns excluded days into ranges of ids", () => {
    const [day, next] = [idFloor(Date.UTC(2026, 10, 20)), idFloor(Date.UTC(2026, 10, 21))];
    const spans = (q: string) => parseSearch(q).unwanted.spans;
    expect(spans("-before:2026-11-20")).toEqual([["0".repeat(19), day]]);
    expect(spans("-after:2026-11-20")).toEqual([[next, MAX_ID]]);
    expect(spans("-during:2026-11-20")).toEqual([[day, next]]);
  });

  it("accepts the quotation marks that phones type", () => {
    expect(parseSearch("“in the barn” -„old hay”")).toMatchObject({
      text: "",
      phrases: ["in the barn"],
      unwanted: { phrases: ["old hay"] },
    });
  });

  it.each(["from:", "has:poll", "after:tomorrow", "before:2026-13-45", "language:?", "to:otter", "https://x.example"])(
    "takes %s for words",
    (q) => {
      expect(parseSearch(q)).toMatchObject({ text: q, from: null, media: null, language: null, since: null });
    },
  );

  it("knows whether the last word is still being typed", () => {
    expect(
      ["sourd", "sourd ", '"sourd"', "bread #sour", "from:otter", "bread from:otter", "bread -sourd", "-a a"].map(
        (q) => parseSearch(q).typing,
      ),
    ).toEqual([true, false, false, false, false, false, false, true]);
  });
});

describe("the full-text query for barks", () => {
  it("requires every word, the last one also as a prefix, and exact phrases", () => {
    expect(query("Élan vital")).toBe(`${word("elan")} ${begun("vital")}`);
    expect(query('"Seed Swap"')).toBe('+(words:"seed swap")');
    expect(query("#SeedSwap")).toBe(word("seedswap"));
    expect(query("花火 ")).toBe('+(words:"花 火")');
    expect(query("🦦")).toBe('+(words:"🦦")');
  });

  it("matches hyphenated words joined and separated", () => {
    expect(query("don’t ")).toBe('+(words:dont OR words:"don t")');
    expect(query("e-mail")).toBe('+(words:email OR words:"e mail" OR words:email*^0.2)');
  });

  it("searches among the viewer's bookmarks, which are no plain search", () => {
    const asked = parseSearch("in:bookmarks soup ");
    expect(asked).toMatchObject({ bookmarked: true, text: "soup" });
    expect(isPlain(asked)).toBe(false);
    const among = { wanted: null, unwanted: [], barks: ["1", "2"] };
    expect(barksQuery(asked, among)).toBe(`${word("soup")} +(id:1 id:2)`);
    expect(barksQuery(parseSearch("in:bookmarks"), among)).toBe("+(id:1 id:2)");
    expect(parseSearch("-in:bookmarks in:barn")).toMatchObject({ bookmarked: false, text: "in:barn" });
  });

  it("restricts the author, and is null when there is nothing to match", () => {
    expect(query("from:otter", "17")).toBe("+authorId:17");
    expect(query("rain ", "17")).toBe(`${word("rain")} +authorId:17`);
    expect(query("has:media")).toBe("");
  });

  it("excludes what is not wanted", () => {
    expect(query("rain -snow -“white frost” -#Ice ")).toBe(
      `${word("rain")} -(words:snow OR words:"white frost" OR words:ice)`,
    );
    expect(query("rain -from:otter ", null, ["17"])).toBe(`${word("rain")} -(authorId:17)`);
    expect(query("rain -don’t ")).toBe(`${word("rain")} -(words:dont OR words:"don t")`);
    const [day, next] = [idFloor(Date.UTC(2026, 10, 20)), idFloor(Date.UTC(2026, 10, 21))];
    expect(query("rain -during:2026-11-20 ")).toBe(`${word("rain")} -(id:[${day} TO ${next}})`);
    expect(query("-snow")).toBe(`${EVERYTHING} -(words:snow)`);
    expect(query("-***")).toBeNull();
  });

  it("uses stop words only when nothing else is searched for", () => {
    expect(query("the rain of ")).toBe(word("rain"));
    expect(query("hello there")).toBe(query("hello "));
    expect(query("hello the")).toBe(query("hello "));
    expect(query("hello ther")).toBe(`${word("hello")} ${begun("ther")}`);
    expect(query("to be ")).toBe(`${word("to")} ${word("be")}`);
    expect(query("from:otter the ", "17")).toBe("+authorId:17");
    expect(query('"the"')).toBe(word("the"));
    expect(["", " ", '""', "***", "()"].map((q) => query(q))).toEqual(Array(5).fill(null));
  });

  it("contains no Lucene syntax from the input, whatever is typed", () => {
    const letters = String.raw`\p{L}\p{M}\p{N}_\p{RI}\p{Extended_Pictographic}\u200d\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}#*`;
    const said = String.raw`(?:[\p{L}\p{M}\p{N}_]+\*?|"[${letters} ]+")`;
    const one = String.raw`words:${said}(?:\^0\.2)?`;
    const some = String.raw`[+-]\(${one}(?: OR ${one})*\)`;
    const days = String.raw`\+id:\[\d{19} TO \d{19}\}`;
    const clause = new RegExp(String.raw`(?:${some}|${days})(?: |$)`, "gu");
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
