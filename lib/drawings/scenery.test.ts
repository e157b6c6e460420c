import { describe, expect, it } from "vitest";
import {
  isSceneryKey,
  SCENERY_KINDS,
  SCENERY_LIGHTS,
  SCENERY_VARIANTS,
  sceneryFor,
  sceneryKey,
  scenerySvg,
} from "@/lib/drawings/scenery";

const everyKey = SCENERY_KINDS.flatMap((scene) =>
  Array.from({ length: SCENERY_LIGHTS * SCENERY_VARIANTS }, (_, i) =>
    sceneryKey(scene, i % SCENERY_LIGHTS, Math.floor(i / SCENERY_LIGHTS)),
  ),
);

describe("scenery", () => {
  it("draws every scene in every light and variant differently, as a valid document", () => {
    const drawings = everyKey.map(scenerySvg);
    expect(drawings.filter((svg) => /NaN|undefined|Infinity/.test(svg))).toEqual([]);
    expect(new Set(drawings).size).toBe(everyKey.length);
  });

  it("draws a key the same way every time", () => {
    expect(scenerySvg("pond-2-5")).toBe(scenerySvg("pond-2-5"));
  });

  it("always gives a seed the same landscape, and spreads seeds over all scenes", () => {
    const keys = Array.from({ length: 1000 }, (_, i) => sceneryFor(`person-${i}`));
    expect(keys).toEqual(Array.from({ length: 1000 }, (_, i) => sceneryFor(`person-${i}`)));
    expect(keys.every(isSceneryKey)).toBe(true);
    expect(new Set(keys.map((key) => key.split("-")[0])).size).toBe(SCENERY_KINDS.length);
  });

  it.each(["", "mist", "mist-1", "mist-10-1", "mars-1-1", "toString-1-1"])("rejects the key %j", (key) => {
    expect(isSceneryKey(key)).toBe(false);
    expect(() => scenerySvg(key)).toThrow(RangeError);
  });
});
