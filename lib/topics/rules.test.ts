import { describe, expect, it } from "vitest";
import { topicNamed } from "@/lib/topics/rules";

describe("the name of a topic", () => {
  it.each([
    ["SeedSwap", "seedswap"],
    ["#SeedSwap", "seedswap"],
    ["東京", "東京"],
    ["2026_plans", "2026_plans"],
  ])("%s has the key %s", (name, key) => {
    expect(topicNamed(name)).toBe(key);
  });

  it.each(["", "#", "2026", "two words", "a#b", "##twice", "not-one", "x".repeat(101)])("cannot be %j", (name) => {
    expect(topicNamed(name)).toBeNull();
  });
});
