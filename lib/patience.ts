import { AsyncLocalStorage } from "node:async_hooks";
import { env } from "@/lib/env";
import { singleton } from "@/lib/singleton";

/** How long (ms) anything else waits for one answer of a store. Then the connection is most likely dead. */
const OTHERWISE_MS = 120_000;

/** A store did not answer in time. The operation may still take effect. */
export class TooLate extends Error {}

/** How much longer a request can wait for its stores. Time during which it waits for several counts once. */
class Patience {
  readonly #most = env().BARKER_STORE_SECONDS * 1_000;
  #waited = 0;
  #waiting = 0;
  #since = 0;

  get left(): number {
    const now = this.#waiting > 0 ? performance.now() - this.#since : 0;
    return Math.max(1, Math.floor(this.#most - this.#waited - now));
  }

  begin(): void {
    if (this.#waiting++ === 0) this.#since = performance.now();
  }

  end(): void {
    if (--this.#waiting === 0) this.#waited += performance.now() - this.#since;
  }
}

const requests = singleton("patience", () => new AsyncLocalStorage<Patience | null>());

/** Answers a request, whose waiting for stores is bounded. */
export function hurried<T>(answer: () => T): T {
  return requests().run(new Patience(), answer);
}

/** Does something for a request that takes as long as it takes. */
export function unhurried<T>(work: () => T): T {
  return requests().run(null, work);
}

/** How long (ms) the present request can still wait for a store; null outside of one. */
export function patienceLeft(): number | null {
  return requests().getStore()?.left ?? null;
}

/**
 * Waits for the answer of a store, `most` ms at most, and no longer than the present request can.
 * @throws TooLate
 */
export async function patiently<T>(answer: Promise<T>, most = OTHERWISE_MS): Promise<T> {
  const patience = requests().getStore();
  patience?.begin();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const ms = Math.min(most, patience?.left ?? most);
    // An answer that waits to be read, since this process was busy, has come in time.
    timer = setTimeout(() => setImmediate(() => setImmediate(() => reject(new TooLate(`no answer in ${ms} ms`)))), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
    late.catch(() => undefined);
    patience?.end();
  }
}
