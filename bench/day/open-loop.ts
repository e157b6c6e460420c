import { quantile } from "@/bench/figures";

/** The results of the actions of one kind. */
export interface RequestKind {
  samples: Sample[];
  errors: number;
}

/** An action that was due at a second of the schedule, and the milliseconds from then until its response. */
export interface Sample {
  at: number;
  ms: number;
}

export interface LoadRun<Name extends string> {
  kinds: Map<Name, RequestKind>;
  /** The longest delay (ms) before an action was started, because too many were in progress. */
  behind: number;
  /** The total duration (s). */
  seconds: number;
}

/** The maximum number of actions in progress. */
const MOST_UNDER_WAY = 256;

/**
 * Starts every action when it is due, whether or not earlier ones are done, so that a slow response delays no other
 * request. Latency counts from when an action was due.
 * @param speed how many seconds of the schedule pass per second
 */
export async function openLoop<Deed extends { at: number; verb: string }>(
  schedule: Deed[],
  speed: number,
  act: (deed: Deed) => Promise<boolean>,
): Promise<LoadRun<Deed["verb"]>> {
  const kinds = new Map<Deed["verb"], RequestKind>();
  const underWay = new Set<Promise<void>>();
  const began = performance.now();
  let behind = 0;
  for (const deed of schedule) {
    const due = began + (deed.at / speed) * 1_000;
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    while (underWay.size >= MOST_UNDER_WAY) await Promise.race(underWay);
    behind = Math.max(behind, performance.now() - due);
    const kind = kinds.get(deed.verb) ?? { samples: [], errors: 0 };
    kinds.set(deed.verb, kind);
    const work: Promise<void> = act(deed)
      .catch(() => false)
      .then((fine) => {
        underWay.delete(work);
        if (fine) kind.samples.push({ at: deed.at, ms: performance.now() - due });
        else kind.errors++;
      });
    underWay.add(work);
  }
  await Promise.all(underWay);
  return { kinds, behind, seconds: (performance.now() - began) / 1_000 };
}

export function quantiles(samples: Sample[]): Record<"p50" | "p95" | "p99", number> {
  const times = samples.map(({ ms }) => ms);
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), p99: quantile(times, 0.99) };
}
