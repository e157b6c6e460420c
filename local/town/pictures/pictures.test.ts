import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { DESCRIPTION_LIMIT } from "@/lib/media/rules";
import { SUBJECTS } from "@/local/town/barks";
import { drawnPng } from "@/local/town/develop";
import { altOf, DRAWINGS, drawingSvg, VARIANTS } from "@/local/town/pictures";
import { linesOf } from "@/local/town/subject";

const names = [...DRAWINGS.keys()];

describe("the drawings", () => {
  it("are at least twenty-four, none like another, always the same", () => {
    expect(names.length).toBeGreaterThanOrEqual(24);
    const keys = names.flatMap((name) => [name, ...Array.from({ length: VARIANTS - 1 }, (_, i) => `${name}-${i + 1}`)]);
    expect(new Set(names.map(drawingSvg)).size).toBe(names.length);
    // Two variants of a drawing may have the same colours by chance.
    expect(new Set(keys.map(drawingSvg)).size).toBeGreaterThan(keys.length * 0.9);
    expect(keys.map(drawingSvg)).toEqual(keys.map(drawingSvg));
  });

  it("are described, each in its own words", () => {
    const alts = names.map(altOf);
    expect(new Set(alts).size).toBe(alts.length);
    expect(alts.filter((alt) => alt.length < 40 || alt.length > DESCRIPTION_LIMIT || !alt.endsWith("."))).toEqual([]);
  });

  it("have something to say, and subjects that exist", () => {
    for (const [name, { captions, about }] of DRAWINGS) {
      expect(linesOf(captions).length, name).toBeGreaterThanOrEqual(2);
      expect(about.every((subject) => Object.hasOwn(SUBJECTS, subject))).toBe(true);
    }
  });

  it("are well-formed and small", async () => {
    for (const name of names.slice(0, 6)) {
      expect(drawingSvg(name)).not.toMatch(/NaN|undefined|Infinity/);
      const { width, height } = await sharp(await drawnPng(name)).metadata();
      expect([width, height]).toEqual([1080, 810]);
    }
    expect(names.filter((name) => /NaN|undefined|Infinity/.test(drawingSvg(name)))).toEqual([]);
  });

  it("refuse what was never drawn", () => {
    expect(() => drawingSvg("sausage")).toThrow(RangeError);
  });
});
