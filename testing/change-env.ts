import { vi } from "vitest";

/** What was made from the environment, and is made anew when it changes. */
const MADE = /^barker\.(env|log-keys)$/;

/** Sets an environment variable for the rest of the test file, also when the environment was read already. */
export function changeEnv(name: string, value: string): void {
  vi.stubEnv(name, value);
  for (const key of Object.getOwnPropertySymbols(globalThis)) {
    if (MADE.test(key.description ?? "")) Reflect.deleteProperty(globalThis, key);
  }
}
