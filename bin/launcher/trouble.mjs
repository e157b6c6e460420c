/** A failure that a person can act on: its message is one plain sentence, shown without a stack. */
export class Trouble extends Error {
  /**
   * @param {string} sentence what went wrong and what to do about it
   * @param {{ cause?: unknown, detail?: string }} [more] `detail`: the last lines of a log, shown below the sentence
   */
  constructor(sentence, { cause, detail } = {}) {
    super(sentence, cause === undefined ? undefined : { cause });
    this.name = "Trouble";
    this.detail = detail;
  }
}

/** Thrown inside work that is given up because something else failed, or because somebody pressed Ctrl-C. */
export class GivenUp extends Error {
  constructor() {
    super("given up");
    this.name = "GivenUp";
  }
}

/**
 * Any error as the text to show: the sentence and the log lines of a {@link Trouble}, the stack of a bug.
 *
 * @param {unknown} error
 * @returns {string}
 */
export function describe(error) {
  if (error instanceof Trouble) return [error.message, error.detail].filter(Boolean).join("\n\n");
  if (!(error instanceof Error)) return String(error);
  if (error instanceof GivenUp || error.name === "AbortError") return "It was stopped.";
  const code = "code" in error ? error.code : undefined;
  const path = "path" in error ? ` (${String(error.path)})` : "";
  if (code === "ENOSPC") return "The disk is full: make some room and start again.";
  if (code === "EACCES" || code === "EROFS") return `A file cannot be written${path}: check its owner and rights.`;
  return error.stack ?? error.message;
}
