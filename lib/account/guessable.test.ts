import { describe, expect, it } from "vitest";
import { isGuessable } from "@/lib/account/guessable";

const own = ["marigold_7", "marigold.fields@town.example", "Weir Rowers"];

describe("isGuessable", () => {
  it.each([
    "password",
    "12345678",
    "Passw0rd!",
    "ｐａｓｓｗｏｒｄ",
    "qwertyuiop",
    "aaaaaaaa",
    "iloveyou1",
    "barker123",
    "marigold_7",
    "marigold7",
    "Marigold.Fields",
    "marigold.fields@town.example",
    "summer2024",
    "club2026",
    "mill2026",
    "rowers2026",
    "weirrowers26",
    "x".repeat(1_000),
  ])("finds %j guessable", async (password) => {
    expect(await isGuessable(password, own)).toBe(true);
  });

  it.each(["correct horse", "a bench by the pond", "gX9!kq2#", "żółta gęśla jaźń", "昨日は雨でした。散歩"])(
    "does not find %j guessable",
    async (password) => expect(await isGuessable(password, own)).toBe(false),
  );

  it("takes no longer for a very long password than for one of 64 characters", async () => {
    const timed = async (password: string) => {
      const from = performance.now();
      await isGuessable(password, own);
      return performance.now() - from;
    };
    const evil = "Ab1!".repeat(250);
    await timed(evil);
    expect(await timed(evil)).toBeLessThan(20 * (await timed(evil.slice(0, 64))) + 50);
  });
});
