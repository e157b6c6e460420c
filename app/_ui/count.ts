const STEPS = [
  [1_000_000, "M"],
  [1_000, "K"],
] as const;

/** A count as it fits a button: 999, 1.2K, 12K, 1.2M; truncated, not rounded. */
export function short(count: number): string {
  for (const [step, letter] of STEPS) {
    if (count < step) continue;
    const whole = count / step;
    return `${whole < 10 ? Math.floor(whole * 10) / 10 : Math.floor(whole)}${letter}`;
  }
  return String(count);
}
