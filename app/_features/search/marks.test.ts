import fc from "fast-check";
import { expect, test } from "vitest";
import { pieces, wantedBy } from "@/app/_features/search/marks";

const marked = (text: string, q: string, begun = false) =>
  pieces(text, wantedBy(q, begun))
    .filter(({ found }) => found)
    .map((piece) => piece.text);

test("matching words are marked whole, whatever their case and accents", () => {
  expect(marked("Mint for the Café, and minted coins", "mint cafe")).toEqual(["Mint", "Café"]);
});

test("the word being typed marks words that begin with it, and so does every word for names", () => {
  expect(marked("A minted coin", "a mint")).toEqual(["A", "minted"]);
  expect(marked("Maple Syrup", "map syr", true)).toEqual(["Maple", "Syrup"]);
});

test("of a phrase, only adjacent words are marked, with what is between them", () => {
  expect(marked("First frost. The first thing was: frost", '"first frost"')).toEqual(["First frost"]);
  expect(marked("Don't", '"don\'t"')).toEqual(["Don't"]);
});

test("operators mark nothing, and topics do", () => {
  expect(marked("from otter with media", "from:@otter has:media")).toEqual([]);
  expect(marked("Bring jars #SeedSwap", "#seedswap")).toEqual(["SeedSwap"]);
});

test("marking neither loses nor adds a letter, whatever the text and the search", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (text, q) => {
      const cut = pieces(text, wantedBy(q, true));
      expect(cut.map((piece) => piece.text).join("")).toBe(text);
    }),
  );
});
