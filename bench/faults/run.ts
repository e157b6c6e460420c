import { all } from "@/bench/faults/faults";
import { complaints, report } from "@/bench/faults/report";
import { drawUp, suffer, type RoundOutcome } from "@/bench/faults/round";
import { setStage } from "@/bench/faults/stage";
import { keepResults } from "@/bench/results";

const SIZE = { authors: 3, followers: 4, fans: 40 };

/**
 * npm run bench:faults. Parts of names behind it choose some: `-- wipe Neo4j`; a number says how often each: `-- sidecar 5`.
 * Prints zeros, or fails.
 */
export async function benchFaults(asked: string[]): Promise<boolean> {
  const parts = asked.filter((word) => !/^\d+$/.test(word));
  const times = Number(asked.find((word) => !parts.includes(word)) ?? 1);
  const named = all.filter(({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)));
  const chosen = Array.from({ length: times }, () => named).flat();
  const stage = await setStage(SIZE, 120);
  const outcomes: RoundOutcome[] = [];
  for (const fault of chosen) {
    process.stderr.write(`${fault.name} …\n`);
    outcomes.push(await suffer(stage, fault));
    process.stderr.write(
      complaints(outcomes.slice(-1))
        .map((line) => `  ${line}\n`)
        .join(""),
    );
  }
  const everything: RoundOutcome = {
    name: "everything, to the first bark",
    recovery: { first: 0, last: 0 },
    accounts: await drawUp(stage, "ever"),
    gaps: 0,
  };
  outcomes.push(everything);
  for (const device of stage.devices) device.close();
  process.stdout.write(`${report(outcomes)}\n`);
  keepResults("faults", { outcomes });
  return complaints(outcomes).length === 0;
}
