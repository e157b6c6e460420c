import { expect, it } from "vitest";
import { isFewEmoji } from "@/lib/text/emoji";

it.each(["🌱", "🌱🌱🌱🌱🌱🌱", "👩‍👩‍👧 👍🏽", "🇯🇵", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "1️⃣", "❤️", " 🎉\n🎉 "])(
  "%j is nothing but a few emoji",
  (text) => {
    expect(isFewEmoji(text)).toBe(true);
  },
);

it.each(["", " ", "🌱🌱🌱🌱🌱🌱🌱", "🌱 yes", "1", "#", "❤", "ok", "🌱".repeat(500)])("%j is not", (text) => {
  expect(isFewEmoji(text)).toBe(false);
});
