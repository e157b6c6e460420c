/**
 * One value a process, whatever bundle asks for it. The web process holds this code twice (Next's
 * bundle and the server's own), and pools, caches and counters must not exist twice.
 */
export function singleton<T>(name: string, make: () => T): () => T {
  const key = Symbol.for(`barker.${name}`);
  const holder = globalThis as unknown as Record<symbol, T | undefined>;
  return () => (holder[key] ??= make());
}
