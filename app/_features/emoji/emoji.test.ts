import data from "emojibase-data/en/data.json";
import { expect, it } from "vitest";
import { lately, quickRow, toneOf } from "@/app/_features/emoji/recent";
import { slim } from "@/app/_features/emoji/slim";

it("puts recently used emoji first, newest first and each once, and fills the row with common ones", () => {
  expect(lately(["🔥", "🌱"], "🌱")).toEqual(["🌱", "🔥"]);
  expect(
    lately(
      Array.from({ length: 40 }, (_, index) => String(index)),
      "🌱",
    ),
  ).toHaveLength(24);
  expect(quickRow([], 6)).toHaveLength(6);
  expect(quickRow(["🦊", "🔥"], 6)).toEqual(["🦊", "🔥", "❤️", "😂", "👏", "👀"]);
});

it("keeps only the fields of each emoji that the picker uses, in less than half the bytes", () => {
  const small = data.map(slim);
  expect(JSON.stringify(small).length).toBeLessThan(JSON.stringify(data).length / 2);
  const thumb = small.find(({ label }) => label === "thumbs up");
  expect(thumb?.skins?.map(({ tone }) => tone)).toEqual([1, 2, 3, 4, 5]);
});

it("takes only the names of skin tones that exist for one", () => {
  expect(["dark", "medium-light", "purple", "", null].map(toneOf)).toEqual([
    "dark",
    "medium-light",
    "none",
    "none",
    "none",
  ]);
});
