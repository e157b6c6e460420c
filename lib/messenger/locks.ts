/**
 * Runs tasks of one name one after the other; tasks of different names run concurrently. A task may take a further
 * lock only in the order account, conversation, post, so that no two wait for each other.
 */
export class Locks {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs a task when all earlier ones of this name have ended, however they ended. */
  run<T>(name: string, task: () => Promise<T>): Promise<T> {
    const before = this.#last.get(name) ?? Promise.resolve();
    const running = before.then(task, task);
    const settled = running.then(
      () => undefined,
      () => undefined,
    );
    this.#last.set(name, settled);
    void settled.then(() => {
      if (this.#last.get(name) === settled) this.#last.delete(name);
    });
    return running;
  }

  /** Waits until nothing runs any more. */
  async idle(): Promise<void> {
    while (this.#last.size > 0) await Promise.all(this.#last.values());
  }
}

/** A task that runs again when it was asked for while it ran, and never twice at once. */
export function coalesced(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let queued: Promise<void> | null = null;
  const begin = (): Promise<void> => {
    running = task().finally(() => (running = null));
    return running;
  };
  return () => {
    if (!running) return begin();
    const current = running;
    queued ??= current
      .catch(() => undefined)
      .then(() => {
        queued = null;
        return begin();
      });
    return queued;
  };
}
