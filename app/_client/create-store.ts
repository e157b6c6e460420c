/** A value that parts of a page share, and that tells them when it changes. */
export interface Store<T> {
  get: () => T;
  /** Replaces the value, and calls the listeners unless it is the same as before. */
  set: (next: T) => void;
  /** Calls `listener` at every change, until the returned function is called. */
  subscribe: (listener: () => void) => () => void;
}

/**
 * Makes a store.
 * @param whileUsed runs when the first listener comes; what it returns runs when the last one has gone
 */
export function createStore<T>(initial: T, whileUsed?: () => () => void): Store<T> {
  const listeners = new Set<() => void>();
  let value = initial;
  let stop: (() => void) | undefined;
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      // Several parts may pass the same function; each is a listener of its own.
      const own = () => listener();
      if (listeners.size === 0) stop = whileUsed?.();
      listeners.add(own);
      return () => {
        if (listeners.delete(own) && listeners.size === 0) stop?.();
      };
    },
  };
}
