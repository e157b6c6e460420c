import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { few, many } from "@/bench/faults/faults";
import { complaints } from "@/bench/faults/report";
import { suffer } from "@/bench/faults/round";
import { setStage, type Stage } from "@/bench/faults/stage";
import { isFull } from "@/lib/testing/full";

// The short form of npm run bench:faults, over the same parts.
describe("nothing that was acknowledged is lost, doubled or out of place, live, on Home or among alerts", () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage({ authors: 2, followers: 2, fans: 12 }, 120);
  }, 300_000);
  afterAll(() => stage.devices.forEach((device) => device.close()));

  it.each(isFull ? many : few)(
    "after: $name",
    async (fault) => {
      const outcome = await suffer(stage, fault, 600);
      expect(complaints([outcome])).toEqual([]);
      expect(outcome.recovery.last).toBeLessThan(Infinity);
    },
    300_000,
  );
});
