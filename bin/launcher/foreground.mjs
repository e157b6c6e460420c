import { startBarker } from "./index.mjs";
import { describe } from "./user-error.mjs";

/**
 * Starts an instance in this terminal, does work with it, and ends the process. SIGINT, SIGTERM and SIGHUP stop
 * everything; an error is printed for people and exits with code 1.
 *
 * @param {Parameters<typeof startBarker>[0]} options
 * @param {(barker: import("./index.mjs").Barker, signal: AbortSignal) => Promise<number>} work
 *   resolves with the exit code
 */
export async function runInForeground(options, work) {
  const interrupt = interruptible();
  let code = 0;
  try {
    const barker = await startBarker({ log: console.log, signal: interrupt.signal, ...options });
    try {
      code = await work(barker, interrupt.signal);
    } finally {
      await barker.stop();
    }
  } catch (error) {
    if (!interrupt.signal.aborted) {
      console.error(`\n${describe(error)}`);
      code = 1;
    }
  }
  process.exit(code);
}

/**
 * Turns SIGINT, SIGTERM and SIGHUP into an abort of the returned controller. The handlers stay for the whole run, so
 * a second Ctrl-C cannot interrupt the shutdown.
 */
export function interruptible() {
  const interrupt = new AbortController();
  for (const name of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(name, () => interrupt.abort());
  return interrupt;
}

/** Resolves when the signal is aborted. @param {AbortSignal} signal @returns {Promise<number>} */
export function untilStopped(signal) {
  // A timer, because a pending promise does not keep Node running.
  const alive = setInterval(() => {}, 2 ** 30);
  return new Promise((resolve) => {
    const end = () => {
      clearInterval(alive);
      resolve(0);
    };
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
  });
}
