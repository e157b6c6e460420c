import { log } from "@/lib/log";
import { duePeople } from "@/lib/push/queue";
import { pushKey } from "@/lib/push/reads";
import { pushToPerson } from "@/sidecar/worker/push-person";

/** How many people's devices are told at a time. */
const AT_ONCE = 96;
/** How often is looked who is to be told (ms). */
const EVERY = 250;

/**
 * Tells people's devices through their push services until it is stopped, beside the delivery of jobs and never in
 * its way: a slow service keeps only its own people waiting.
 */
export function startPushing(): { stop(): Promise<void> } {
  const telling = new Set<Promise<void>>();
  let looking: Promise<void> | null = null;

  async function look(): Promise<void> {
    const room = AT_ONCE - telling.size;
    const people = room > 0 ? await duePeople(room) : [];
    for (const personId of people) {
      const task = tell(personId).finally(() => telling.delete(task));
      telling.add(task);
    }
  }

  const timer = setInterval(() => {
    if (pushKey() === null) return;
    looking ??= look()
      .catch((error: unknown) => log().debug({ err: error }, "pushes put off"))
      .finally(() => (looking = null));
  }, EVERY);
  return {
    async stop() {
      clearInterval(timer);
      await looking;
      await Promise.allSettled(telling);
    },
  };
}

/** Whoever fails here (a store is away) is taken again when the lease ends. */
async function tell(personId: string): Promise<void> {
  try {
    await pushToPerson(personId);
  } catch (error) {
    log().warn({ err: error, personId }, "a person's pushes failed and will be tried again");
  }
}
