/** What is worked off in lanes: entries of one lane in their order, lanes side by side. */
export interface KeyedQueue<Entry> {
  /** Adds entries, and waits until there is room for more. */
  add(entries: Entry[]): Promise<void>;
  /** Ids of what is not worked off yet. */
  open(): string[];
  /** Waits until all is worked off. */
  idle(): Promise<void>;
}

/**
 * Opens lanes.
 * @param keyOf in which lane an entry is
 * @param work works one off; never rejects
 * @param limit how many entries may be open before `add` waits
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
    // One that is taken over from ourselves is on its way already.
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
