import { describe, expect, it } from "vitest";
import { routes } from "@/app/api/routes";
import { givenRights, hasRight, isStaff, RIGHTS, rightsOf } from "@/lib/auth/rights";
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

  it("is of no use to somebody who needs a second factor first", () => {
    for (const given of [{ isOwner: true as const }, { rights: [...RIGHTS] }]) {
      const lacking = viewer({ ...given, needsTwoFactor: true });
      expect(RIGHTS.filter((right) => hasRight(lacking, right))).toEqual([]);
      expect(rightsOf(lacking)).toEqual([]);
      expect(givenRights(lacking)).toEqual(RIGHTS);
      expect(isStaff(lacking)).toBe(true);
    }
  });

  it("is demanded by every endpoint of the town hall and of Mastodon's admin API", () => {
    const declared = Object.entries(routes).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { declaration }]) => ({ name: `${method} ${path}`, ...declaration })),
    );
    const staffs = declared.filter(({ name }) => /\/(town_hall|admin)\//.test(name));
    expect(staffs.length).toBeGreaterThan(30);
    expect(staffs.filter(({ right }) => right === undefined).map(({ name }) => name)).toEqual([]);
  });
});
