import { describe, expect, it } from "vitest";
import { redisHealth } from "@/lib/delivery/rules";

const before = { epoch: "7", run: "a", pulse: 1_000_000 };
const KEPT = 60_000;

describe("Redis", () => {
  it.each([
    ["is well", before, { ...before, pulse: 1_000_500 }, "well"],
    ["is new", null, { ...before, epoch: "", pulse: 0 }, "new"],
    ["was wiped", before, { ...before, epoch: "", pulse: 0 }, "wiped"],
    ["was wiped and restarted", before, { epoch: "", run: "b", pulse: 0 }, "wiped"],
    ["was restarted", before, { ...before, run: "b" }, "restarted"],
    ["was restarted without its last seconds", before, { ...before, run: "b", pulse: 998_000 }, "restarted"],
    ["came back from an old copy", before, { ...before, run: "b", pulse: 900_000 }, "set back"],
    ["is another's", before, { ...before, epoch: "8" }, "set back"],
    ["is another's, and the graph is new", null, before, "set back"],
  ] as const)("%s", (_what, was, now, fate) => {
    expect(redisHealth(was, now, KEPT)).toBe(fate);
  });
});
