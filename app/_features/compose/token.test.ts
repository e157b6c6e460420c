import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { complete, tokenAt } from "@/app/_features/compose/token";

/** The token at the "|" in a text. */
const at = (text: string) => tokenAt(text.replace("|", ""), text.indexOf("|"));

describe("the token at the caret", () => {
  it.each([
    ["@|", { kind: "person", from: 0, to: 1, query: "" }],
    ["@fe|", { kind: "person", from: 0, to: 3, query: "fe" }],
    ["hello (@fe|", { kind: "person", from: 7, to: 10, query: "fe" }],
    ["a line\n@fe|", { kind: "person", from: 7, to: 10, query: "fe" }],
    ["@fe|rn and more", { kind: "person", from: 0, to: 5, query: "fe" }],
    ["@Él|", { kind: "person", from: 0, to: 3, query: "Él" }],
    ["so #seed|", { kind: "topic", from: 3, to: 8, query: "seed" }],
    ["so #|", { kind: "topic", from: 3, to: 4, query: "" }],
  ])("is a token in %j", (text, token) => {
    expect(at(text)).toEqual(token);
  });

  it.each(["|", "fern|", "@fern |", "maple@to|", "https://a.example/@fe|", "https://a.example/#fe|", "@@fe|", "&#39|"])(
    "is none in %j",
    (text) => {
      expect(at(text)).toBeNull();
    },
  );

  it("is part of the text, wherever the caret is", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("@", "#", " ", "a", "é", "_", "\n", "👩‍👩‍👧", "/") }),
        fc.nat(),
        (text, n) => {
          const caret = n % (text.length + 1);
          const token = tokenAt(text, caret);
          if (!token) return;
          expect(text.slice(token.from, caret)).toBe((token.kind === "person" ? "@" : "#") + token.query);
          expect(token.to).toBeGreaterThanOrEqual(caret);
          const { text: next, caret: behind } = complete(text, token, "fern");
          expect(next.slice(0, behind)).toMatch(/[@#]fern\s$/);
          expect(next.startsWith(text.slice(0, token.from))).toBe(true);
          expect(next.endsWith(text.slice(token.to))).toBe(true);
        },
      ),
    );
  });
});

describe("choosing a name", () => {
  const choose = (text: string, name: string) => {
    const token = at(text);
    return token && complete(text.replace("|", ""), token, name);
  };

  it("replaces the token, and sets the caret behind it and a space", () => {
    expect(choose("hello @fe|", "fern")).toEqual({ text: "hello @fern ", caret: 12 });
    expect(choose("#se|", "seedswap")).toEqual({ text: "#seedswap ", caret: 10 });
  });

  it("replaces the rest of the word too, and uses an existing space", () => {
    expect(choose("@fe|ren and", "fern")).toEqual({ text: "@fern and", caret: 6 });
    expect(choose("@fe|\nmore", "fern")).toEqual({ text: "@fern\nmore", caret: 6 });
  });
});
