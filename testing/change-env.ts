import { vi } from "vitest";

/** What was made from the environment alone, without a connection. */
const MADE = /^barker\.(env|log-keys|mail)$/;
/** What the common set-up of test files needs at the end of a file. */
const KEPT = "barker.test-closers";

/**
 * Has a test file begin with these environment variables. To be called in `beforeAll`, before anything else: what the
 * files before left running in this process may have read the environment again, and made connections from it.
 */
export function beginWith(variables: Record<string, string>): void {
  forget((name) => name !== KEPT);
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
}

/** Sets an environment variable for the rest of the test file, and keeps its connections. */
export function changeEnv(name: string, value: string): void {
  vi.stubEnv(name, value);
  forget((made) => MADE.test(made));
}

function forget(which: (name: string) => boolean): void {
  for (const key of Object.getOwnPropertySymbols(globalThis)) {
    if (key.description?.startsWith("barker.") && which(key.description)) Reflect.deleteProperty(globalThis, key);
  }
}
