import { log } from "@/lib/log";
import { duePeople } from "@/lib/push/queue";
import { pushKey } from "@/lib/push/reads";
import { pushToPerson } from "@/sidecar/worker/push-person";

/** How many people's devices are told at a time. */
const MAX_CONCURRENT = 96;
/** How often is looked who is to be told (ms). */
const POLL_MS = 250;

/**
 * Tells people's devices through their push services until it is stopped, beside the delivery of jobs and never in
 * its way: a slow service keeps only its own people waiting.
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
      .catch((error: unknown) => log().debug({ err: error }, "pushes put off"))
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

/** Whoever fails here (a store is away) is taken again when the lease ends. */
async function push(personId: string): Promise<void> {
  try {
    await pushToPerson(personId);
  } catch (error) {
    log().warn({ err: error, personId }, "a person's pushes failed and will be tried again");
  }
}
