/** What was found wrong with one list of ids, compared with what was acknowledged. */
export interface FaultRecord {
  lost: number;
  doubled: number;
  misplaced: number;
}

/**
 * Compares what somebody has, newest first, with what they must have: each once, in order, and nothing else that
 * nobody owns up to (it was sent once and is there twice).
 */
export function reckon(due: Iterable<string>, found: string[]): FaultRecord {
  const wanted = new Set(due);
  const once = new Set(found);
  return {
    lost: [...wanted].filter((id) => !once.has(id)).length,
    doubled: found.length - once.size + [...once].filter((id) => !wanted.has(id)).length,
    misplaced: found.filter((id, index) => index > 0 && id > (found[index - 1] ?? "")).length,
  };
}

export function isClean(fault: object): boolean {
  return Object.values(fault).every((count) => count === 0);
}

/** The sums of several counts of the same things. */
export function sum<Counts extends object>(counts: Counts[]): Record<keyof Counts, number> {
  const total: Record<string, number> = {};
  for (const count of counts)
    for (const [name, value] of Object.entries(count)) total[name] = (total[name] ?? 0) + Number(value);
  return total as Record<keyof Counts, number>;
}
