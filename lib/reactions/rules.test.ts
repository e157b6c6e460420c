import { describe, expect, it } from "vitest";
import { emojiOf } from "@/lib/reactions/rules";

describe("an emoji for a reaction", () => {
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
  ])("%s is stored as %s", (raw, kept) => {
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
  ])("is rejected: %j", (raw) => {
    expect(emojiOf(raw)).toBeNull();
  });
});
