import { log } from "@/lib/log";
import { sweepPictures } from "@/lib/media/sweep";

/** How often pictures that nothing shows are looked for (ms). */
const EVERY = 60_000;

/**
 * A sweeper of pictures, to be asked as often as one likes. Nobody waits for it: to remove many files takes longer
 * than other housekeeping may be late.
 */
export function pictureSweeper(): { sweep: () => void; finished: () => Promise<void> } {
  let next = performance.now() + EVERY;
  let running: Promise<void> = Promise.resolve();
  let busy = false;

  async function run(): Promise<void> {
    try {
      await sweepPictures();
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
      next = performance.now() + EVERY;
      running = run();
    },
    finished: () => running,
  };
}
