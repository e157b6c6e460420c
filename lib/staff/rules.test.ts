import { describe, expect, it } from "vitest";
import { RIGHTS } from "@/lib/auth/rights";
import { mayActAgainst, roleFault, roleOf } from "@/lib/staff/rules";
import type { StaffRow } from "@/lib/staff/schema";

const person = (id: string, ...rights: StaffRow["rights"]): StaffRow => ({ id, owner: false, rights });
const owner: StaffRow = { id: "1", owner: true, rights: [] };

describe("a role", () => {
  it("has Mastodon's permissions", () => {
    expect(roleOf(person("1"))).toMatchObject({ id: "-99", permissions: "0" });
    expect(roleOf(person("1", "log"))).toMatchObject({ id: "1", name: "Moderator", permissions: String(1 << 2) });
    expect(roleOf(person("1", "reports"))).toMatchObject({ permissions: String((1 << 3) | (1 << 4) | (1 << 9)) });
    expect(roleOf(owner)).toMatchObject({ id: "3", name: "Owner" });
    expect(Number(roleOf(owner).permissions) & 1).toBe(1);
    expect(Number(roleOf(person("1", ...RIGHTS)).permissions) & 1).toBe(0);
  });
});

describe("changing somebody's rights", () => {
  const clerk = person("2", "staff", "reports");

  it("is free for owners and at the command line", () => {
    expect(roleFault(owner, person("3"), { owner: true, rights: [] })).toBeNull();
    expect(roleFault(null, owner, { owner: false, rights: [] })).toBeNull();
  });

  it("reaches no further than one's own rights, and never oneself or an owner", () => {
    expect(roleFault(clerk, person("3"), { owner: false, rights: ["reports"] })).toBeNull();
    expect(roleFault(clerk, person("3"), { owner: false, rights: ["people"] })).toBe("beyond_own");
    expect(roleFault(clerk, person("3", "people"), { owner: false, rights: [] })).toBe("beyond_own");
    expect(roleFault(clerk, person("3", "people"), { owner: false, rights: ["people", "reports"] })).toBeNull();
    expect(roleFault(clerk, clerk, { owner: false, rights: [] })).toBe("oneself");
    expect(roleFault(clerk, owner, { owner: false, rights: [] })).toBe("owners_only");
    expect(roleFault(clerk, person("3"), { owner: true, rights: [] })).toBe("owners_only");
  });
});

describe("a measure", () => {
  it("is taken against no owner, and against other staff by owners only", () => {
    expect(mayActAgainst(owner, owner)).toBe(false);
    expect(mayActAgainst(owner, person("3", "log"))).toBe(true);
    expect(mayActAgainst(person("2", "people"), person("3", "log"))).toBe(false);
    expect(mayActAgainst(person("2", "people"), person("3"))).toBe(true);
    expect(mayActAgainst(null, person("3", "log"))).toBe(true);
  });
});
