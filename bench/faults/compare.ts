/** Differences between a list of ids and those that were acknowledged. */
export interface Discrepancies {
  lost: number;
  doubled: number;
  misplaced: number;
}

/**
 * Compares the ids that somebody has, newest first, with those they must have: each once and in order. Any other id is
 * counted as doubled: it belongs to a request that was sent twice and acknowledged once.
 */
export function compare(due: Iterable<string>, found: string[]): Discrepancies {
  const wanted = new Set(due);
  const once = new Set(found);
  return {
    lost: [...wanted].filter((id) => !once.has(id)).length,
    doubled: found.length - once.size + [...once].filter((id) => !wanted.has(id)).length,
    misplaced: found.filter((id, index) => index > 0 && id > (found[index - 1] ?? "")).length,
  };
}

/** Whether there is no discrepancy. */
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
