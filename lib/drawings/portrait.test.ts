import { describe, expect, it } from "vitest";
import {
  isPortraitKey,
  PORTRAIT_KINDS,
  PORTRAIT_PALETTES,
  PORTRAIT_VARIANTS,
  portraitFor,
  portraitKey,
  portraitSvg,
} from "@/lib/drawings/portrait";
import { KINDS } from "@/lib/drawings/portraits";
import { channels } from "@/lib/drawings/portraits/brush";
import { GROUNDS } from "@/lib/drawings/portraits/grounds";

const everyKey = PORTRAIT_KINDS.flatMap((kind) =>
  Array.from({ length: PORTRAIT_PALETTES * PORTRAIT_VARIANTS }, (_, i) =>
    portraitKey(kind, i % PORTRAIT_PALETTES, Math.floor(i / PORTRAIT_PALETTES)),
  ),
);

describe("portraits", () => {
  it("has the kinds that the demo town uses", () => {
    const known = [
      "maple",
      "fern",
      "clover",
      "heron",
      "finch",
      "badger",
      "toad",
      "otter",
      "juniper",
      "wren",
      "fox",
      "owl",
      "hare",
      "newt",
      "poppy",
      "acorn",
      "moss",
      "snail",
    ];
    expect(PORTRAIT_KINDS).toEqual(expect.arrayContaining(known));
    expect(PORTRAIT_KINDS.length).toBeGreaterThanOrEqual(30);
  });

  it("draws every kind in every palette and variant as a valid document", () => {
    for (const key of everyKey) {
      const svg = portraitSvg(key);
      expect(svg, key).not.toMatch(/NaN|undefined|Infinity/);
      expect(svg.match(/<g[ >]/g)?.length ?? 0, key).toBe(svg.match(/<\/g>/g)?.length ?? 0);
    }
  });

  it("draws every kind on ten different backgrounds", () => {
    for (const [name, kind] of Object.entries(KINDS)) expect(new Set(kind.grounds).size, name).toBe(PORTRAIT_PALETTES);
  });

  it("draws no two keys alike", () => {
    expect(new Set(everyKey.map(portraitSvg)).size).toBe(everyKey.length);
  });

  it("keeps every coat distinguishable from its background", () => {
    const looks = Object.entries(KINDS).flatMap(([name, kind]) =>
      kind.grounds.map((ground, i) => ({
        look: `${name} on ${ground}`,
        paper: GROUNDS[ground],
        coat: kind.coats[i % kind.coats.length],
      })),
    );
    const faint = looks.filter(
      ({ paper, coat }) =>
        !coat || (apart(coat.main, paper) < 0.12 && apart(coat.pale, paper) < 0.25 && apart(coat.shade, paper) < 0.2),
    );
    expect(faint.map(({ look }) => look)).toEqual([]);
  });

  it("always gives a seed the same portrait, and spreads seeds over all kinds", () => {
    expect(portraitFor("hazel_wren")).toBe(portraitFor("hazel_wren"));
    const faces = Array.from({ length: 2000 }, (_, i) => portraitFor(`person-${i}`));
    expect(faces.every(isPortraitKey)).toBe(true);
    expect(new Set(faces.map((key) => key.split("-")[0])).size).toBe(PORTRAIT_KINDS.length);
    expect(new Set(faces).size).toBeGreaterThan(1300);
  });

  it.each([
    "",
    "fox",
    "fox-3",
    "fox-10-1",
    "fox-1-10",
    "Fox-1-1",
    "yeti-1-1",
    "constructor-1-1",
    "fox-1-1.svg",
    "fox-1-1\n",
  ])("rejects the key %j", (key) => {
    expect(isPortraitKey(key)).toBe(false);
    expect(() => portraitSvg(key)).toThrow(RangeError);
  });
});

/** The distance in OKLab, 0 (equal) to 1 (black and white). https://bottosson.github.io/posts/oklab/ */
function apart(a: string, b: string): number {
  const other = oklab(b);
  return Math.hypot(...oklab(a).map((value, i) => value - (other[i] ?? 0)));
}

function oklab(colour: string): number[] {
  const [r = 0, g = 0, b = 0] = channels(colour).map((c) =>
    c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
  );
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
