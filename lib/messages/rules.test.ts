import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contactState, devicesOf, hasDevices, isSize, membersAfter, pairOf } from "@/lib/messages/rules";
import type { MembershipRow, WhoMayWrite } from "@/lib/messages/schema";

const member = (device: string, leaf: number): MembershipRow => ({ device, leaf });

describe("the memberships after a commit", () => {
  it("give each added device the leftmost leaf that is free after the removals", () => {
    const before = [member("a", 0), member("b", 1), member("c", 2), member("d", 4)];
    const after = membersAfter(before, { sender: 0, adds: ["e", "f", "g"], removes: [1] });
    expect(after).toEqual([...before.filter(({ leaf }) => leaf !== 1), member("e", 1), member("f", 3), member("g", 5)]);
  });

  it.each([
    ["removes an empty leaf", { sender: 0, adds: [], removes: [7] }],
    ["removes a leaf twice", { sender: 0, adds: [], removes: [1, 1] }],
    ["removes its sender", { sender: 1, adds: [], removes: [1] }],
    ["adds a device that is there", { sender: 0, adds: ["b"], removes: [] }],
    ["adds a device twice", { sender: 0, adds: ["x", "x"], removes: [] }],
  ])("do not exist if it %s", (_, commit) => {
    expect(membersAfter([member("a", 0), member("b", 1)], commit)).toBeNull();
  });

  it("never share a leaf or a device, whatever is added and removed", () => {
    const steps = fc.array(fc.record({ adds: fc.integer({ min: 0, max: 5 }), removes: fc.array(fc.nat(12)) }));
    fc.assert(
      fc.property(steps, (all) => {
        let members = [member("first", 0)];
        let made = 0;
        for (const { adds, removes } of all) {
          const names = Array.from({ length: adds }, () => `${(made += 1)}`);
          const after = membersAfter(members, { sender: 0, adds: names, removes: [...new Set(removes)] });
          if (after) members = after;
        }
        expect(new Set(members.map(({ leaf }) => leaf)).size).toBe(members.length);
        expect(new Set(members.map(({ device }) => device)).size).toBe(members.length);
        expect(members[0]).toEqual(member("first", 0));
      }),
    );
  });
});

describe("a roster", () => {
  const entry = (account_id: string, device_id: string) => ({ account_id, device_id });

  it("lists each device once, of members only", () => {
    expect(devicesOf([entry("a", "1"), entry("b", "1")], ["a", "b"])).toEqual(["a 1", "b 1"]);
    expect(devicesOf([entry("a", "1"), entry("a", "1")], ["a"])).toBeNull();
    expect(devicesOf([entry("c", "1")], ["a"])).toBeNull();
    expect(devicesOf([entry("a", "1")], ["a", "a"])).toBeNull();
  });

  it("is compared with memberships as a set", () => {
    expect(hasDevices([member("a", 0), member("b", 1)], ["b", "a"])).toBe(true);
    expect(hasDevices([member("a", 0)], ["a", "b"])).toBe(false);
    expect(hasDevices([member("a", 0), member("b", 1)], ["a", "a"])).toBe(false);
  });
});

it("a conversation has one member, two, or up to 32, and a pair names the first two kinds", () => {
  expect([isSize("self", 1), isSize("self", 2), isSize("direct", 1), isSize("direct", 2)]).toEqual([
    true,
    false,
    false,
    true,
  ]);
  expect([isSize("group", 1), isSize("group", 32), isSize("group", 33)]).toEqual([true, true, false]);
  expect(pairOf("direct", ["b", "a"])).toBe(pairOf("direct", ["a", "b"]));
  expect([pairOf("self", ["a"]), pairOf("group", ["a", "b"])]).toEqual(["a", null]);
});

it.each<[WhoMayWrite | null, boolean, boolean, string]>([
  [null, false, false, "request"],
  [null, true, false, "open"],
  ["everyone", false, false, "request"],
  ["followed", false, false, "closed"],
  ["followed", true, false, "open"],
  ["nobody", true, false, "closed"],
  ["everyone", true, true, "closed"],
])(
  "for somebody whose setting is %s (following: %s, block: %s), writing is %s",
  (whoMayWrite, follows, blocked, state) => {
    expect(contactState({ accountId: "", personId: "", follows, blocked, whoMayWrite })).toBe(state);
  },
);
