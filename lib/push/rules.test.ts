import { describe, expect, it } from "vitest";
import { idAt } from "@/lib/ids";
import { isQuiet, mayBeSilent, outdated, pauseAfter, planPushes } from "@/lib/push/rules";
import type { DeviceRow } from "@/lib/push/schema";
import { heardOf } from "@/testing/heard";

const at = (iso: string) => Date.parse(iso);
const quiet = (from: string | null, to: string | null, zone: string) => ({
  quiet_from: from,
  quiet_to: to,
  time_zone: zone,
  shows_private: false,
});

describe("quiet hours", () => {
  it("last from one time of the day to another", () => {
    const siesta = quiet("13:00", "15:00", "UTC");
    expect(isQuiet(siesta, at("2026-05-01T12:59:59Z"))).toBe(false);
    expect(isQuiet(siesta, at("2026-05-01T13:00:00Z"))).toBe(true);
    expect(isQuiet(siesta, at("2026-05-01T14:59:59Z"))).toBe(true);
    expect(isQuiet(siesta, at("2026-05-01T15:00:00Z"))).toBe(false);
  });

  it("may span midnight", () => {
    const night = quiet("22:00", "07:00", "UTC");
    expect(isQuiet(night, at("2026-05-01T22:00:00Z"))).toBe(true);
    expect(isQuiet(night, at("2026-05-02T00:00:00Z"))).toBe(true);
    expect(isQuiet(night, at("2026-05-02T06:59:00Z"))).toBe(true);
    expect(isQuiet(night, at("2026-05-02T07:00:00Z"))).toBe(false);
  });

  it("follow local time, also across daylight-saving changes", () => {
    const night = quiet("22:00", "07:00", "Europe/Berlin");
    // In winter 07:00 is 06:00 UTC, in summer 05:00.
    expect(isQuiet(night, at("2026-10-25T05:30:00Z"))).toBe(true);
    expect(isQuiet(night, at("2026-10-24T05:30:00Z"))).toBe(false);
    expect(isQuiet(night, at("2026-03-29T05:30:00Z"))).toBe(false);
    expect(isQuiet(night, at("2026-03-28T05:30:00Z"))).toBe(true);
    // 02:30 occurs twice in one night and never in the other.
    const short = quiet("02:00", "03:00", "Europe/Berlin");
    expect(isQuiet(short, at("2026-10-25T00:30:00Z"))).toBe(true);
    expect(isQuiet(short, at("2026-10-25T01:30:00Z"))).toBe(true);
    expect(isQuiet(short, at("2026-03-29T00:30:00Z"))).toBe(false);
    expect(isQuiet(short, at("2026-03-29T01:30:00Z"))).toBe(false);
  });

  it("are off without both ends, or when both are equal", () => {
    const now = at("2026-05-01T12:00:00Z");
    expect(isQuiet(quiet(null, null, "UTC"), now)).toBe(false);
    expect(isQuiet(quiet("10:00", null, "UTC"), now)).toBe(false);
    expect(isQuiet(quiet("12:00", "12:00", "UTC"), now)).toBe(false);
  });
});

const NOW = at("2026-05-01T12:00:00Z");
const device: DeviceRow = {
  id: "d",
  endpoint: "https://push.example.org/x",
  p256dh: "",
  auth: "",
  standard: true,
  alerts: ["favourite", "mention"],
  policy: "all",
  at: NOW - 60_000,
};

describe("the selection of pushes", () => {
  const [fern, otter] = [heardOf("like", { at: NOW - 1_000 }), heardOf("like", { at: NOW - 2_000 })];
  const rows = new Map([["tag", [fern, otter]]]);
  const plan = { devices: [device], rows, due: new Set([otter.alert.id]), relations: new Map() };

  it("includes the whole row when something in it is new", () => {
    expect(planPushes(plan)).toEqual([{ device, tag: "tag", heard: [fern, otter], newest: fern.alert.id }]);
    expect(planPushes({ ...plan, due: new Set() })).toEqual([]);
  });

  it("leaves out types that a device does not want, and alerts older than the device", () => {
    expect(planPushes({ ...plan, devices: [{ ...device, alerts: ["mention"] }] })).toEqual([]);
    expect(planPushes({ ...plan, devices: [{ ...device, policy: "none" }] })).toEqual([]);
    expect(planPushes({ ...plan, devices: [{ ...device, policy: "followed" }] })).toEqual([]);
    expect(planPushes({ ...plan, devices: [{ ...device, at: NOW - 1_500 }] })).toEqual([]);
    const relations = new Map([[otter.account.id, { following: true, followedBy: false }]]);
    const [told] = planPushes({ ...plan, relations, devices: [{ ...device, policy: "followed" }] });
    expect(told?.heard).toEqual([otter]);
  });
});

describe("a device after a long time", () => {
  it("gets only the newest rows", () => {
    const all = Array.from({ length: 30 }, (_, index) => heardOf("mention", { at: NOW - index }));
    const rows = new Map(all.map((one) => [one.alert.id, [one]]));
    const due = new Set(all.map(({ alert }) => alert.id));
    const planned = planPushes({ devices: [device], rows, due, relations: new Map() });
    expect(planned.map(({ tag }) => tag)).toEqual([...rows.keys()].slice(0, 8));
  });
});

describe("a device whose push service fails", () => {
  it("is retried after increasing pauses, at least as long as the service asks, and at most six hours", () => {
    expect([1, 2, 3].map((fails) => pauseAfter(fails, null))).toEqual([30_000, 120_000, 480_000]);
    expect(pauseAfter(1, 90_000)).toBe(90_000);
    expect(pauseAfter(3, 90_000)).toBe(480_000);
    expect(pauseAfter(40, null)).toBe(6 * 3_600_000);
    expect(pauseAfter(1, 1e12)).toBe(6 * 3_600_000);
  });
});

describe("what devices show", () => {
  const shown = { device: "d", tag: "gone", newest: idAt(NOW), at: NOW, done: true };

  it("are outdated when their row is no longer unread", () => {
    expect(outdated([shown], new Map(), "0")).toEqual([shown]);
    expect(outdated([shown], new Map([["gone", []]]), "0")).toEqual([]);
    expect(outdated([{ ...shown, done: false }], new Map(), "0")).toEqual([]);
  });

  it("are not outdated when their row was not considered", () => {
    expect(outdated([shown], new Map(), shown.newest)).toEqual([]);
  });

  it("are closed by a silent message only where browsers allow these", () => {
    expect(mayBeSilent({ endpoint: "https://fcm.googleapis.com/x", own: true })).toBe(true);
    expect(mayBeSilent({ endpoint: "https://fcm.googleapis.com/x", own: false })).toBe(false);
    expect(mayBeSilent({ endpoint: "https://web.push.apple.com/x", own: true })).toBe(false);
  });
});
