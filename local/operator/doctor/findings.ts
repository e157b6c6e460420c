/** Something that was checked, as `bin/operator/doctor` shows it. */
export interface Finding {
  /** `unsure`: it works, but should be looked at. */
  state: "right" | "unsure" | "wrong";
  what: string;
  advice?: string;
}

export const right = (what: string): Finding => ({ state: "right", what });
export const unsure = (what: string, advice: string): Finding => ({ state: "unsure", what, advice });
export const wrong = (what: string, advice: string): Finding => ({ state: "wrong", what, advice });

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Clocks further apart (ms) stop the making of ids; a tenth of it should be looked at. */
const SKEW_MS = 30_000;
/**
 * Compares a clock with the one of this machine.
 * @param now of the other clock
 * @param asked when this one asked it (both Unix ms)
 */
export function checkClock(whose: string, now: number, asked: number): Finding {
  // The answer was given somewhere between the question and now.
  const skew = now < asked ? asked - now : Math.max(0, now - Date.now());
  const words = `The clock of ${whose} differs by ${(skew / 1_000).toFixed(1)} s`;
  const advice = "Let a time service (chrony, systemd-timesyncd) set the clocks of all machines.";
  if (skew > SKEW_MS) return wrong(`${words}, so nobody can write`, advice);
  return skew > SKEW_MS / 10 ? unsure(words, advice) : right(`The clock of ${whose} is right`);
}
