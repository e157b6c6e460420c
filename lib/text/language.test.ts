import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LanguageTag } from "@/lib/text/language";

const read = (tag: string) => LanguageTag.safeParse(tag).data ?? null;

describe("a language tag", () => {
  it.each([
    ["en", "en"],
    ["EN-us", "en-US"],
    ["pt-br", "pt-BR"],
    ["zh-Hant-TW", "zh-Hant-TW"],
    ["sr-Latn", "sr-Latn"],
    ["ckb", "ckb"],
    ["tok", "tok"],
    ["ldn", "ldn"],
    ["", null],
    ["Klingon!", null],
    ["xx", null],
    ["english", null],
    ["en_US", null],
    ["en-", null],
    ["und-x", null],
    [`en-${"a-".repeat(40_000)}a`, null],
    [`en${"-abcdefgh".repeat(11_000)}`, null],
  ])("%j is stored as %j", (tag, kept) => {
    expect(read(tag)).toBe(kept);
  });

  it("never throws, and is never long", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z]{2,3}(-[a-z0-9]{1,9}){0,5}$/)), (tag) => {
        expect((read(tag) ?? "").length).toBeLessThanOrEqual(35);
      }),
    );
  });
});
