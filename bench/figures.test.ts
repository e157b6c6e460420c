import { describe, expect, it } from "vitest";
import { normalised, isReached, slowness, table, type Figure } from "@/bench/figures";

const floors: Figure[] = [
  { what: "floor: http", value: 4_900, unit: "/s", reference: 49_000 },
  { what: "floor: bolt", value: 1.48, unit: "ms", reference: 0.37 },
];
const create: Figure = { what: "create", value: 8, unit: "ms", target: { most: 2.5 } };
const rate: Figure = { what: "create at 8", value: 120, unit: "/s", target: { least: 420 } };

describe("figures of a slow machine", () => {
  it("have a slowness that is the smallest ratio of the floors, and at least 1", () => {
    expect(slowness(floors)).toBeCloseTo(4);
    expect(slowness([{ ...floors[0], what: "", value: 98_000, unit: "/s", reference: 49_000 }])).toBe(1);
    expect(slowness([create])).toBe(1);
  });

  it("are normalised by division for times and by multiplication for rates, but not for other units", () => {
    expect(normalised(create, 4)).toBe(2);
    expect(normalised(rate, 4)).toBe(480);
    expect(normalised({ what: "memory", value: 400, unit: "MB", target: { most: 300 } }, 4)).toBeNull();
    expect(normalised({ what: "no target", value: 3, unit: "ms" }, 4)).toBeNull();
  });

  it("appear in the table as measured first, then normalised, with the formula below", () => {
    expect(isReached(create)).toBe(false);
    expect(table([...floors, create])).toMatch(/create +8\.00 ms +≤ 2\.5 MISSED +2\.00 reached/);
    expect(table([...floors, create])).toContain("times ÷ s, rates × s; s = 4.00");
  });
});
