/**
 * One value per process, whatever bundle requests it. The web process contains this code twice (in Next's
 * bundle and in the server's own), and pools, caches and counters must not exist twice.
 */
export function singleton<T>(name: string, make: () => T): () => T {
  const key = Symbol.for(`barker.${name}`);
  const holder = globalThis as unknown as Record<symbol, T | undefined>;
  return () => (holder[key] ??= make());
}
