import { log } from "@/lib/log";
import { duePeople } from "@/lib/push/cache";
import { pushKey } from "@/lib/push/reads";
import { pushToPerson } from "@/sidecar/worker/push-person";

/** Number of people to whose devices pushes are sent at a time. */
const MAX_CONCURRENT = 96;
/** How often (ms) due pushes are looked up. */
const POLL_MS = 250;

/**
 * Sends due pushes until it is stopped. Independent of the delivery of jobs: a slow push service delays only the people
 * who use it.
 */
export function startPushing(): { stop(): Promise<void> } {
  const inFlight = new Set<Promise<void>>();
  let polling: Promise<void> | null = null;

  async function poll(): Promise<void> {
    const room = MAX_CONCURRENT - inFlight.size;
    const people = room > 0 ? await duePeople(room) : [];
    for (const personId of people) {
      const task = push(personId).finally(() => inFlight.delete(task));
      inFlight.add(task);
    }
  }

  const timer = setInterval(() => {
    if (pushKey() === null) return;
    polling ??= poll()
      .catch((error: unknown) => log().debug({ err: error }, "pushes postponed"))
      .finally(() => (polling = null));
  }, POLL_MS);
  return {
    async stop() {
      clearInterval(timer);
      await polling;
      await Promise.allSettled(inFlight);
    },
  };
}

/** Sends one person's pushes. After a failure (a store is unavailable) they are retried when the lease ends. */
async function push(personId: string): Promise<void> {
  try {
    await pushToPerson(personId);
  } catch (error) {
    log().warn({ err: error, personId }, "a person's pushes failed and will be retried");
  }
}
