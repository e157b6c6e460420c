import { log } from "@/lib/log";

/** How often is looked for what is to be removed (ms). */
const INTERVAL_MS = 60_000;

/**
 * Something that removes what is no longer needed, to be asked as often as one likes. Nobody waits for it: to remove
 * much takes longer than other housekeeping may be late.
 */
export function sweeper(remove: () => Promise<void>): { sweep: () => void; finished: () => Promise<void> } {
  let next = performance.now() + INTERVAL_MS;
  let running: Promise<void> = Promise.resolve();
  let busy = false;

  async function run(): Promise<void> {
    try {
      await remove();
    } catch (error) {
      log().debug({ err: error }, "sweeping put off");
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
