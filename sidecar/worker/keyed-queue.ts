/** A queue that processes entries with the same key in order, and different keys concurrently. */
export interface KeyedQueue<Entry> {
  /** Adds entries, and waits until there is room for more. */
  add(entries: Entry[]): Promise<void>;
  /** Ids of the entries that are not finished. */
  open(): string[];
  /** Waits until all entries are finished. */
  idle(): Promise<void>;
}

/**
 * Creates a keyed queue.
 * @param keyOf the key of an entry
 * @param work processes an entry; never rejects
 * @param limit number of open entries from which `add` waits
 */
export function createKeyedQueue<Entry extends { id: string }>(
  keyOf: (entry: Entry) => string,
  work: (entry: Entry) => Promise<void>,
  limit: number,
): KeyedQueue<Entry> {
  const tails = new Map<string, Promise<void>>();
  const open = new Set<string>();
  const waiting: (() => void)[] = [];

  function enqueue(entry: Entry): void {
    // A worker may reclaim an entry from itself that it is still processing.
    if (open.has(entry.id)) return;
    open.add(entry.id);
    const key = keyOf(entry);
    const done = (tails.get(key) ?? Promise.resolve()).then(() => work(entry)).then(() => finish(entry.id));
    tails.set(key, done);
    void done.then(() => tails.get(key) === done && tails.delete(key));
  }

  function finish(id: string): void {
    open.delete(id);
    for (const go of waiting.splice(0)) go();
  }

  return {
    async add(entries) {
      entries.forEach(enqueue);
      while (open.size >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    open: () => [...open],
    async idle() {
      await Promise.all(tails.values());
    },
  };
}
