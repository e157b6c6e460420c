export interface LoaderOptions<Value> {
  /** Reads many keys at once; a key without a value is absent from the result. */
  load: (keys: string[]) => Promise<Map<string, Value>>;
  /** How long (ms) a value is cached. */
  ttl: number;
  /** The maximum number of cached values. */
  size: number;
  /** Values of an earlier era are not returned, and in era 0 none is, once they are older than `unheard`. */
  era?: () => number;
  /** How long (ms) a value is returned whatever the era; 0 by default: only concurrent reads are shared. */
  unheard?: number;
}

export interface Loader<Value> {
  get: (key: string) => Promise<Value | undefined>;
  getMany: (keys: string[]) => Promise<(Value | undefined)[]>;
  /** Invalidates this key. Call it after a change. */
  forget: (key: string) => void;
}

interface Entry<Value> {
  value: Promise<Value | undefined>;
  /** The batch in which it is read. */
  batch: Promise<Map<string, Value>>;
  era: number;
  /** When it was requested. */
  at: number;
}

/**
 * Batches and caches reads: keys that are requested in one turn of the event loop are read in one query, and values are
 * cached for `ttl`.
 */
export function loader<Value>({ load, ttl, size, era = () => 1, unheard = 0 }: LoaderOptions<Value>): Loader<Value> {
  const entries = new Map<string, Entry<Value>>();
  let waiting: string[] = [];
  let batch: Promise<Map<string, Value>> | null = null;

  function nextBatch(): Promise<Map<string, Value>> {
    return (batch ??= new Promise((resolve, reject) => {
      setImmediate(() => {
        const keys = waiting;
        waiting = [];
        batch = null;
        load(keys).then(resolve, reject);
      });
    }));
  }

  function get(key: string): Promise<Value | undefined> {
    const now = performance.now();
    const known = entries.get(key);
    const current = era();
    const isHeard = current > 0 && known?.era === current;
    const isFresh = known && now - known.at < (isHeard ? ttl : unheard);
    if (known && (isFresh || known.batch === batch)) return known.value;
    waiting.push(key);
    const joined = nextBatch();
    const value = joined.then((loaded) => loaded.get(key));
    const entry = { value, batch: joined, era: current, at: now };
    entries.delete(key);
    entries.set(key, entry);
    // A failure is never cached; only those who already wait for it get it.
    value.catch(() => entries.get(key) === entry && entries.delete(key));
    if (entries.size > size) dropOldest();
    return value;
  }

  function dropOldest(): void {
    for (const key of entries.keys()) {
      entries.delete(key);
      if (entries.size <= size) return;
    }
  }

  return {
    get,
    getMany: (keys) => Promise.all(keys.map(get)),
    forget: (key) => void entries.delete(key),
  };
}
