const quietMs = 700;
const beatMs = 15_000;

/**
 * Reports progress: one line when a step takes longer than a moment, one when it is done. Steps run in parallel, so
 * every line names its step and no line is overwritten.
 *
 * @param {(line: string) => void} write
 */
export function createSteps(write) {
  /**
   * @template T
   * @param {string} title such as "Installing packages"
   * @param {() => Promise<T>} work
   * @param {{ always?: boolean }} [how] `always`: report the end even when it took no time
   * @returns {Promise<T>}
   */
  async function step(title, work, { always = false } = {}) {
    const began = Date.now();
    let shown = false;
    const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
    const opening = setTimeout(() => {
      shown = true;
      write(`  ${title} …`);
    }, quietMs);
    const beat = setInterval(() => write(`  ${title} … ${seconds()}`), beatMs);
    try {
      const result = await work();
      if (shown || always) write(`✓ ${title} (${seconds()})`);
      return result;
    } finally {
      clearTimeout(opening);
      clearInterval(beat);
    }
  }
  return { step, say: write };
}

/** @typedef {ReturnType<typeof createSteps>} Steps */
