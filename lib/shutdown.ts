import { env } from "@/lib/env";
import { singleton } from "@/lib/singleton";

/** How long (ms) open work may take to finish once no new work is accepted. */
const LAST_CALL_MS = 5_000;

const standing = singleton("standing", () => ({ leaving: false }));

/** Whether this process is shutting down: `/ready` says so, and load balancers send no more requests. */
export function isShuttingDown(): boolean {
  return standing().leaving;
}

/**
 * Shuts this process down gracefully on SIGTERM or SIGINT.
 * @param leave ends the process's work; receives the time (ms) over which to drain connections
 */
export function onShutdown(leave: (ms: number) => Promise<void>): void {
  const ms = env().BARKER_DRAIN_SECONDS * 1_000;
  const end = () => {
    standing().leaving = true;
    setTimeout(() => process.exit(0), ms + LAST_CALL_MS).unref();
    void leave(ms).finally(() => process.exit(0));
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, end);
}

/** Runs something for each item, spread evenly over `ms`, since disconnected clients reconnect at once. */
export async function spreadOver<T>(all: T[], ms: number, act: (one: T) => void): Promise<void> {
  const begun = performance.now();
  for (const [index, one] of all.entries()) {
    const early = begun + (ms * index) / all.length - performance.now();
    if (early > 5) await new Promise((resolve) => setTimeout(resolve, early));
    act(one);
  }
}
