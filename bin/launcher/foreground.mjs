import { startBarker } from "./index.mjs";
import { describe } from "./trouble.mjs";

/**
 * Runs work with an instance in this terminal: SIGINT, SIGTERM and SIGHUP stop everything, a failure is told
 * in plain words, and the exit code says which it was.
 *
 * @param {Parameters<typeof startBarker>[0]} wishes
 * @param {(barker: import("./index.mjs").Barker, signal: AbortSignal) => Promise<number>} work
 *   resolves with the exit code once it is over
 */
export async function runInForeground(wishes, work) {
  const leaving = interruptible();
  let code = 0;
  try {
    const barker = await startBarker({ log: console.log, signal: leaving.signal, ...wishes });
    try {
      code = await work(barker, leaving.signal);
    } finally {
      await barker.stop();
    }
  } catch (error) {
    if (!leaving.signal.aborted) {
      console.error(`\n${describe(error)}`);
      code = 1;
    }
  }
  process.exit(code);
}

/**
 * From now on SIGINT, SIGTERM and SIGHUP end the process only by way of this controller's signal. The
 * handlers stay for the whole run: a second Ctrl-C must not leave half of it behind.
 */
export function interruptible() {
  const leaving = new AbortController();
  for (const name of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(name, () => leaving.abort());
  return leaving;
}

/** Until somebody stops it. @param {AbortSignal} signal @returns {Promise<number>} */
export function untilStopped(signal) {
  // A timer, since a promise alone does not keep Node running.
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
