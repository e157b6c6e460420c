import { log } from "@/lib/log";
import { MINUTE_MS } from "@/lib/time";

/** How often (ms) a sweep runs. */
const INTERVAL_MS = MINUTE_MS;

export interface Sweeper {
  sweep: () => void;
  finished: () => Promise<void>;
}

/** Sweepers of several clean-ups, which begin one after the other within an interval instead of all at once. */
export function sweepersOf(cleanUps: (() => Promise<void>)[]): Sweeper[] {
  return cleanUps.map((remove, index) => sweeper(remove, INTERVAL_MS * (1 + index / cleanUps.length)));
}

/**
 * Wraps a clean-up so that it runs at most once per interval, however often `sweep` is called. It runs in the
 * background, because a large clean-up must not delay other housekeeping.
 * @param first after how long (ms) it runs for the first time
 */
function sweeper(remove: () => Promise<void>, first: number): Sweeper {
  let next = performance.now() + first;
  let running: Promise<void> = Promise.resolve();
  let busy = false;

  async function run(): Promise<void> {
    try {
      await remove();
    } catch (error) {
      log().debug({ err: error }, "sweep postponed");
    } finally {
      busy = false;
    }
  }

  return {
    sweep() {
      if (busy || performance.now() < next) return;
      busy = true;
      next = performance.now() + INTERVAL_MS;
      running = run();
    },
    finished: () => running,
  };
}
