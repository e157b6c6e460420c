import { all } from "@/bench/faults/faults";
import { failures, report } from "@/bench/faults/report";
import { audit, runFault, type RoundOutcome } from "@/bench/faults/round";
import { setUpScenario } from "@/bench/faults/scenario";
import { keepResults } from "@/bench/results";

const SIZE = { authors: 3, followers: 4, fans: 40 };

/**
 * npm run bench:faults. Arguments select faults by parts of their names: `-- wipe Neo4j`; a number repeats each:
 * `-- sidecar 5`. @returns whether there was no discrepancy
 */
export async function benchFaults(asked: string[]): Promise<boolean> {
  const parts = asked.filter((word) => !/^\d+$/.test(word));
  const times = Number(asked.find((word) => !parts.includes(word)) ?? 1);
  const named = all.filter(({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)));
  const chosen = Array.from({ length: times }, () => named).flat();
  const scenario = await setUpScenario(SIZE, 120);
  const outcomes: RoundOutcome[] = [];
  for (const fault of chosen) {
    process.stderr.write(`${fault.name} …\n`);
    outcomes.push(await runFault(scenario, fault));
    process.stderr.write(
      failures(outcomes.slice(-1))
        .map((line) => `  ${line}\n`)
        .join(""),
    );
  }
  const everything: RoundOutcome = {
    name: "everything, to the first bark",
    recovery: { first: 0, last: 0 },
    audits: await audit(scenario, "ever"),
    gaps: 0,
  };
  outcomes.push(everything);
  for (const device of scenario.devices) device.close();
  process.stdout.write(`${report(outcomes)}\n`);
  keepResults("faults", { outcomes });
  return failures(outcomes).length === 0;
}
