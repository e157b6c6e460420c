import { AsyncLocalStorage } from "node:async_hooks";
import { env } from "@/lib/env";
import { ApiError } from "@/lib/errors";
import { log } from "@/lib/log";
import { singleton } from "@/lib/singleton";

/** How long (ms) work outside of a request waits for one answer of a store; after that the connection is probably dead. */
const DEFAULT_TIMEOUT_MS = 120_000;

/** A store did not answer in time. The operation may still take effect. */
export class StoreTimeoutError extends Error {}

/** The time that a request may spend waiting for its stores. Time during which it waits for several counts once. */
class StoreBudget {
  #spentMs = 0;
  #pending = 0;
  #since = 0;

  constructor(readonly totalMs: number) {}

  get left(): number {
    const running = this.#pending > 0 ? performance.now() - this.#since : 0;
    return Math.max(1, Math.floor(this.totalMs - this.#spentMs - running));
  }

  begin(): void {
    if (this.#pending++ === 0) this.#since = performance.now();
  }

  end(): void {
    if (--this.#pending === 0) this.#spentMs += performance.now() - this.#since;
  }
}

const requests = singleton("store-budget", () => new AsyncLocalStorage<StoreBudget | null>());

/**
 * Runs the handler of a request, and limits how long the request waits for stores in all.
 * @param times how many times `BARKER_STORE_SECONDS` it may wait
 */
export function withStoreBudget<T>(handler: () => T, times = 1): T {
  return requests().run(new StoreBudget(env().BARKER_STORE_SECONDS * 1_000 * times), handler);
}

/** Runs work that belongs to a request but may take as long as it needs, such as a streamed download. */
export function withoutStoreBudget<T>(work: () => T): T {
  return requests().run(null, work);
}

/** How long (ms) the current request may still wait for a store; null outside of a request. */
export function storeBudgetLeft(): number | null {
  return requests().getStore()?.left ?? null;
}

/**
 * Waits for the answer of a store: `maxMs` at most, and no longer than the budget of the current request allows.
 * @param what the query or command, for the log
 * @throws StoreTimeoutError
 */
export async function withTimeout<T>(what: string, answer: Promise<T>, maxMs = DEFAULT_TIMEOUT_MS): Promise<T> {
  const budget = requests().getStore();
  budget?.begin();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    const left = budget?.left ?? maxMs;
    const ms = Math.min(maxMs, left);
    const usedUp =
      budget && left <= maxMs
        ? `, and all ${budget.totalMs} ms that this request may wait for its stores are used up`
        : "";
    // Two turns of the event loop: an answer that arrived while this process was busy is read first, and is in time.
    timer = setTimeout(
      () =>
        setImmediate(() =>
          setImmediate(() => reject(new StoreTimeoutError(`${what}: no answer in ${ms} ms${usedUp}`))),
        ),
      ms,
    );
  });
  try {
    return await Promise.race([answer, timeout]);
  } finally {
    clearTimeout(timer);
    timeout.catch(() => undefined);
    budget?.end();
  }
}

/** What a page can do without: null when the stores do not answer in time, which is logged. */
export async function withoutWhatFails<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== "away") throw error;
    log().warn({ err: error }, "a page was shown without a part of it");
    return null;
  }
}
