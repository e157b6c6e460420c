/** Differences between this device's clock and the server's that are smaller (ms) are ignored. */
const TOLERANCE_MS = 2_000;
/**
 * By how much (ms) the server's clock may be behind this device's. A server that could turn the clock back as far as it
 * likes would show an old state of the key log as a fresh one.
 */
const MOST_BEHIND_MS = 12 * 3_600_000;

/**
 * What to add to this device's clock (ms), after the server has told its time.
 * @param told the header Date of an answer
 * @param own this device's time (Unix ms)
 * @param before what was added so far
 */
export function clockOffset(told: string | null, own: number, before: number): number {
  const offset = Date.parse(told ?? "") - own;
  if (Number.isNaN(offset) || offset < -MOST_BEHIND_MS) return before;
  return Math.abs(offset - before) > TOLERANCE_MS ? offset : before;
}
