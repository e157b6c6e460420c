/** An error that the user can act on: its message is one plain sentence, shown without a stack trace. */
export class UserError extends Error {
  /**
   * @param {string} sentence what went wrong and what to do about it
   * @param {{ cause?: unknown, detail?: string }} [more] `detail`: the last lines of a log, shown below the message
   */
  constructor(sentence, { cause, detail } = {}) {
    super(sentence, cause === undefined ? undefined : { cause });
    this.name = "UserError";
    this.detail = detail;
  }
}

/** Thrown by work that is cancelled, because something else failed or the user pressed Ctrl-C. */
export class Cancelled extends Error {
  constructor() {
    super("cancelled");
    this.name = "Cancelled";
  }
}

/**
 * Formats an error for the terminal: message and log lines of a {@link UserError}, else the stack trace.
 *
 * @param {unknown} error
 * @returns {string}
 */
export function describe(error) {
  if (error instanceof UserError) return [error.message, error.detail].filter(Boolean).join("\n\n");
  if (!(error instanceof Error)) return String(error);
  if (error instanceof Cancelled || error.name === "AbortError") return "It was stopped.";
  const code = "code" in error ? error.code : undefined;
  const path = "path" in error ? ` (${String(error.path)})` : "";
  if (code === "ENOSPC") return "The disk is full: make some room and start again.";
  if (code === "EACCES" || code === "EROFS") return `A file cannot be written${path}: check its owner and rights.`;
  return error.stack ?? error.message;
}
