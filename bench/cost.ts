import { PROCESS_NAMES, pidsOf } from "@/bench/faults/processes";
import type { Figure } from "@/bench/figures";
import { askJson } from "@/bench/http";
import { follow, makePeople, type Benchmarker } from "@/bench/people";
import { isCounted, processorMs } from "@/bench/process";

const WARM_UP = 300;
const TIMES = 400;

/**
 * The CPU time that one request costs each process, including the background work. Unlike wall-clock times, these
 * figures are also valid on a busy machine. Linux only.
 */
export async function benchCost(): Promise<Figure[]> {
  if (!isCounted) return [];
  const [author, reader] = await makePeople(2);
  if (!author || !reader) throw new Error("nobody was made");
  await follow(reader, author);
  const barks: string[] = [];
  return [
    ...(await costOf("create", async () => void barks.push((await post(author, "/api/v1/statuses", true)).id))),
    ...(await costOf("like", async () => void (await post(reader, `/api/v1/statuses/${barks.pop()}/favourite`)))),
    ...(await costOf(
      "home of 20",
      async () => void (await askJson("/api/v1/timelines/home", { token: reader.token })),
    )),
  ];
}

function post({ token }: Benchmarker, path: string, withText = false): Promise<{ id: string }> {
  return askJson(path, { method: "POST", token, ...(withText && { json: { status: "Bread, still warm." } }) });
}

async function costOf(what: string, act: () => Promise<void>): Promise<Figure[]> {
  for (let index = 0; index < WARM_UP; index++) await act();
  await settle();
  const before = used();
  for (let index = 0; index < TIMES; index++) await act();
  await settle();
  const after = used();
  return PROCESS_NAMES.map((member, index) => ({
    what: `processor time of ${what}: ${member}`,
    value: ((after[index] ?? 0) - (before[index] ?? 0)) / TIMES,
    unit: "ms",
  }));
}

/** Waits until everything has been delivered. */
function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 2_000));
}

/** Milliseconds of CPU time that each kind of process has used so far. */
function used(): number[] {
  return PROCESS_NAMES.map((member) => pidsOf(member).reduce((sum, pid) => sum + processorMs(pid), 0));
}
