import { setImmediate } from "node:timers/promises";

/** How long (ms) an archive is read at a stretch, before other requests are answered. */
const TURN_MS = 10;

/**
 * Divides a long computation into turns, between which the process does other things.
 * @returns what the computation awaits between its steps; it pauses only when a turn is over
 */
export function inTurns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < TURN_MS) return;
    await setImmediate();
    since = performance.now();
  };
}
