import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { few, many } from "@/bench/faults/faults";
import { failures } from "@/bench/faults/report";
import { runFault } from "@/bench/faults/round";
import { setUpScenario, type Scenario } from "@/bench/faults/scenario";
import { isFull } from "@/testing/full";

// A short form of npm run bench:faults.
describe("acknowledged barks and alerts are neither lost, duplicated nor out of order", () => {
  let scenario: Scenario;

  beforeAll(async () => {
    scenario = await setUpScenario({ authors: 2, followers: 2, fans: 12 }, 120);
  }, 300_000);
  afterAll(() => scenario.devices.forEach((device) => device.close()));

  it.each(isFull ? many : few)(
    "after the fault: $name",
    async (fault) => {
      const outcome = await runFault(scenario, fault, 600);
      expect(failures([outcome])).toEqual([]);
      expect(outcome.recovery.last).toBeLessThan(Infinity);
    },
    300_000,
  );
});
