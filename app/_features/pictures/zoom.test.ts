import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contained, meant, moved, WHOLE, zoomed } from "@/app/_features/pictures/zoom";

const side = fc.integer({ min: 1, max: 4_000 });
const extent = fc.record({ width: side, height: side });
const way = fc.integer({ min: -3_000, max: 3_000 });
const point = fc.record({ x: way, y: way });
const factor = fc.double({ min: 0.1, max: 10, noNaN: true });

describe("a picture on the stage", () => {
  it("is fitted, and never enlarged", () => {
    fc.assert(
      fc.property(extent, extent, (picture, stage) => {
        const shown = contained(picture, stage);
        expect(shown.width).toBeLessThanOrEqual(Math.min(picture.width, stage.width) + 1e-9);
        expect(shown.height).toBeLessThanOrEqual(Math.min(picture.height, stage.height) + 1e-9);
        expect(shown.width / shown.height).toBeCloseTo(picture.width / picture.height, 6);
      }),
    );
  });

  it("is zoomed around the point under the fingers", () => {
    fc.assert(
      fc.property(point, factor, (at, by) => {
        const view = zoomed(WHOLE, by, at);
        // The position of a point of the picture: scaled, then moved.
        expect(at.x * view.scale + view.x).toBeCloseTo(at.x, 6);
        expect(at.y * view.scale + view.y).toBeCloseTo(at.y, 6);
        expect(view.scale).toBeGreaterThanOrEqual(1);
        expect(view.scale).toBeLessThanOrEqual(6);
      }),
    );
  });

  it("is never moved beyond its edges, and is centred where it fits", () => {
    fc.assert(
      fc.property(extent, extent, factor, point, (picture, stage, by, to) => {
        const shown = contained(picture, stage);
        const view = moved(zoomed(WHOLE, by, to), to, shown, stage);
        const hidden = Math.max(0, (shown.width * view.scale - stage.width) / 2);
        expect(Math.abs(view.x)).toBeLessThanOrEqual(hidden);
      }),
    );
    expect(moved(WHOLE, { x: 50, y: 50 }, { width: 100, height: 100 }, { width: 100, height: 100 })).toEqual(WHOLE);
  });
});

describe("a finger that is lifted", () => {
  it.each([
    [{ x: -120, y: 10 }, { x: 0, y: 0 }, "next"],
    [{ x: 120, y: 10 }, { x: 0, y: 0 }, "previous"],
    [{ x: -30, y: 0 }, { x: -0.8, y: 0 }, "next"],
    [{ x: -30, y: 0 }, { x: -0.1, y: 0 }, "nothing"],
    [{ x: 10, y: 140 }, { x: 0, y: 0 }, "close"],
    [{ x: 10, y: -140 }, { x: 0, y: 0 }, "close"],
    [{ x: 0, y: 40 }, { x: 0, y: 0.9 }, "close"],
    [{ x: 5, y: 5 }, { x: 0, y: 0 }, "nothing"],
  ] as const)("after %j at %j means %s", (by, speed, act) => {
    expect(meant(by, speed)).toBe(act);
  });
});
