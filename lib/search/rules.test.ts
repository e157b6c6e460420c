import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchPrefix, wordsQuery } from "@/lib/search/rules";

describe("a search as a query for the full-text index", () => {
  it("asks for every word by its beginning, in lower case and without accents", () => {
    expect(wordsQuery("Fern Élan")).toBe("+(fern^4 OR fern*) +(elan^4 OR elan*)");
    expect(wordsQuery("@maple_tree")).toBe("+(maple_tree^4 OR maple_tree*)");
  });

  it("is nothing without a letter or a digit", () => {
    expect(["", "  ", "@", "*:*", "😀"].map(wordsQuery)).toEqual([null, null, null, null, null]);
  });

  it("lets nothing through that could be read as an operator, whatever is typed", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.string({ unit: fc.constantFrom(...'aZ \\"*?:()[]{}^~+-!&|/é'.split("")) }),
        ),
        (text) => {
          const query = wordsQuery(text) ?? "";
          expect(query.replace(/\+\(([\p{L}\p{M}\p{N}_]{1,40})\^4 OR \1\*\)( |$)/gu, "")).toBe("");
          expect(query.split("+").length).toBeLessThanOrEqual(7);
        },
      ),
    );
  });

  it("compares handles and names by what was typed without the @", () => {
    expect(searchPrefix(" @Maple ")).toBe("maple");
    expect(searchPrefix("@")).toBe("");
  });
});
