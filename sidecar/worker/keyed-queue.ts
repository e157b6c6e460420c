/** A queue that runs entries of the same key in order, and different keys concurrently. */
export interface KeyedQueue<Entry> {
  /** Adds entries, and waits until there is room for more. */
  add(entries: Entry[]): Promise<void>;
  /** Ids of what is not worked off yet. */
  open(): string[];
  /** Waits until all is worked off. */
  idle(): Promise<void>;
}

/**
 * Creates a keyed queue.
 * @param keyOf the key of an entry
 * @param work works one off; never rejects
 * @param width how many entries may be open before `add` waits
 */
export function createKeyedQueue<Entry extends { id: string }>(
  keyOf: (entry: Entry) => string,
  work: (entry: Entry) => Promise<void>,
  width: number,
): KeyedQueue<Entry> {
  const lanes = new Map<string, Promise<void>>();
  const open = new Set<string>();
  const waiting: (() => void)[] = [];

  function enter(entry: Entry): void {
    // One that is taken over from ourselves is on its way already.
    if (open.has(entry.id)) return;
    open.add(entry.id);
    const lane = keyOf(entry);
    const done = (lanes.get(lane) ?? Promise.resolve()).then(() => work(entry)).then(() => leave(entry.id));
    lanes.set(lane, done);
    void done.then(() => lanes.get(lane) === done && lanes.delete(lane));
  }

  function leave(id: string): void {
    open.delete(id);
    for (const go of waiting.splice(0)) go();
  }

  return {
    async add(entries) {
      entries.forEach(enter);
      while (open.size >= width) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    open: () => [...open],
    async idle() {
      await Promise.all(lanes.values());
    },
  };
}
