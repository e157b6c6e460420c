import { log } from "@/lib/log";
import { MINUTE_MS } from "@/lib/time";

/** How often (ms) a sweep runs. */
const INTERVAL_MS = MINUTE_MS;

/**
 * Wraps a clean-up so that it runs at most once per interval, however often `sweep` is called. It runs in the
 * background, because a large clean-up must not delay other housekeeping.
 */
export function sweeper(remove: () => Promise<void>): { sweep: () => void; finished: () => Promise<void> } {
  let next = performance.now() + INTERVAL_MS;
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
