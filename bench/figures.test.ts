import { describe, expect, it } from "vitest";
import { calibrated, isReached, slowness, table, type Figure } from "@/bench/figures";

const floors: Figure[] = [
  { what: "floor: http", value: 4_900, unit: "/s", reference: 49_000 },
  { what: "floor: bolt", value: 1.48, unit: "ms", reference: 0.37 },
];
const create: Figure = { what: "create", value: 8, unit: "ms", target: { most: 2.5 } };
const rate: Figure = { what: "create at 8", value: 120, unit: "/s", target: { least: 420 } };

describe("figures of a slow machine", () => {
  it("are read by the floor that excuses least, and a fast machine excuses nothing", () => {
    expect(slowness(floors)).toBeCloseTo(4);
    expect(slowness([{ ...floors[0], what: "", value: 98_000, unit: "/s", reference: 49_000 }])).toBe(1);
    expect(slowness([create])).toBe(1);
  });

  it("are divided when they are times, multiplied when they are rates, and left alone otherwise", () => {
    expect(calibrated(create, 4)).toBe(2);
    expect(calibrated(rate, 4)).toBe(480);
    expect(calibrated({ what: "memory", value: 400, unit: "MB", target: { most: 300 } }, 4)).toBeNull();
    expect(calibrated({ what: "no target", value: 3, unit: "ms" }, 4)).toBeNull();
  });

  it("still say what was missed as measured", () => {
    expect(isReached(create)).toBe(false);
    expect(table([...floors, create])).toMatch(/create +8\.00 ms +≤ 2\.5 MISSED +2\.00 reached/);
  });
});
