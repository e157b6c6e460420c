/** A backup or a restore cannot go on; the message tells the operator why, and what to do. */
export class BackupError extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, cause === undefined ? undefined : { cause });
    this.name = "BackupError";
  }
}
