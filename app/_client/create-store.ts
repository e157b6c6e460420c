/** A value that parts of a page share, with listeners for its changes. */
export interface Store<T> {
  get: () => T;
  /** Replaces the value, and calls the listeners unless it is equal. */
  set: (next: T) => void;
  /** Calls `listener` at every change, until the returned function is called. */
  subscribe: (listener: () => void) => () => void;
}

/**
 * Makes a store.
 * @param whileUsed runs when the first listener is added; the function it returns runs when the last one is removed
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
      // Several parts may pass the same function; each is a separate listener.
      const own = () => listener();
      if (listeners.size === 0) stop = whileUsed?.();
      listeners.add(own);
      return () => {
        if (listeners.delete(own) && listeners.size === 0) stop?.();
      };
    },
  };
}
