import { describe, expect, it } from "vitest";
import { emojiOf } from "@/lib/reactions/rules";

describe("an emoji to react with", () => {
  it.each([
    ["🐝", "🐝"],
    ["❤", "❤️"],
    ["❤️", "❤️"],
    ["❤‍🔥", "❤️‍🔥"],
    ["👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"],
    ["👍🏽", "👍🏽"],
    ["🇳🇴", "🇳🇴"],
    ["🏴‍☠", "🏴‍☠️"],
    ["1️⃣", "1️⃣"],
    ["1⃣", "1️⃣"],
    ["☀", "☀️"],
  ])("%s is kept as %s", (raw, kept) => {
    expect(emojiOf(raw)).toBe(kept);
  });

  it.each([
    "",
    "a",
    "1",
    "#",
    "🐝🐝",
    "🐝 ",
    ":bee:",
    "\u200d",
    "\ufe0f",
    "🐝\u0301",
    "é",
    "🇳",
    "👍🏽".repeat(20),
    "<b>",
  ])("is not %j", (raw) => {
    expect(emojiOf(raw)).toBeNull();
  });
});
