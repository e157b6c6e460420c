import { afterAll, vi } from "vitest";

// Files that run in the same process share its modules. Each of them begins with its own environment, connections and
// caches: what `singleton()` holds is made anew. This hook runs after those of the file, which close its connections.
afterAll(async () => {
  const closers = (globalThis as Record<symbol, unknown>)[Symbol.for("barker.test-closers")];
  // What goes on after its file would read the environment before the next file has changed it.
  if (closers instanceof Set) for (const close of closers as Set<() => Promise<void>>) await close();
  vi.unstubAllEnvs();
  const held = Object.getOwnPropertySymbols(globalThis).filter((key) => key.description?.startsWith("barker."));
  for (const key of held) Reflect.deleteProperty(globalThis, key);
});
