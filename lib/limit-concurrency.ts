/**
 * Runs at most `slots` tasks at a time; the others wait in order.
 * For tasks that need much memory or a whole core.
 */
export function limitConcurrency(slots: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = slots;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // The next task inherits the slot, so no other one can take it in between.
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
