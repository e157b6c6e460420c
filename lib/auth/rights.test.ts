import { describe, expect, it } from "vitest";
import { hasRight, isStaff, RIGHTS, rightsOf } from "@/lib/auth/rights";
import type { Viewer } from "@/lib/auth/schema";

const viewer = (more: Partial<Viewer> = {}): Viewer => ({
  id: "1",
  handle: "otter",
  name: "Otter",
  avatar: "",
  ...more,
});

describe("the right to run the town", () => {
  it("is nobody's who was not given one", () => {
    expect(rightsOf(null)).toEqual([]);
    expect(isStaff(viewer())).toBe(false);
    expect(RIGHTS.filter((right) => hasRight(viewer(), right))).toEqual([]);
  });

  it("is given one by one, and whole to owners", () => {
    expect(RIGHTS.filter((right) => hasRight(viewer({ rights: ["reports", "log"] }), right))).toEqual([
      "reports",
      "log",
    ]);
    expect(rightsOf(viewer({ isOwner: true }))).toEqual(RIGHTS);
    expect(isStaff(viewer({ rights: ["trends"] }))).toBe(true);
  });
});
