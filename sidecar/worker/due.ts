import { log } from "@/lib/log";
import { sendScheduled } from "@/lib/barks/scheduled/writes";
import { endPolls } from "@/lib/polls/writes";

/** How often (ms) to look for what is due: it happens within two seconds of its time. */
const INTERVAL_MS = 700;

/**
 * Does what people set a time for, until it is stopped: ends polls, and sends scheduled barks. Every worker looks; the
 * queries decide which of several acts.
 */
export function startTimers(): { stop(): Promise<void> } {
  let running: Promise<void> | null = null;

  async function act(): Promise<void> {
    try {
      await Promise.all([endPolls(), sendScheduled()]);
    } catch (error) {
      log().debug({ err: error }, "what is due waits for its stores");
    }
  }

  const timer = setInterval(() => {
    running ??= act().finally(() => (running = null));
  }, INTERVAL_MS);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
