import { log } from "@/lib/log";
import { duePeople } from "@/lib/push/cache";
import { pushKey } from "@/lib/push/reads";
import { pushToPerson } from "@/sidecar/worker/push-person";
import { takeDue } from "@/sidecar/worker/take-due";

/** Number of people to whose devices pushes are sent at a time. */
const MAX_CONCURRENT = 96;

/**
 * Sends due pushes until it is stopped. Independent of the delivery of jobs: a slow push service delays only the people
 * who use it.
 */
export function startPushing(): { stop(): Promise<void> } {
  return takeDue({
    concurrent: MAX_CONCURRENT,
    isOn: () => pushKey() !== null,
    due: duePeople,
    work: push,
    postponed: "pushes postponed",
  });
}

/** Sends one person's pushes. After a failure (a store is unavailable) they are retried when the lease ends. */
async function push(personId: string): Promise<void> {
  try {
    await pushToPerson(personId);
  } catch (error) {
    log().warn({ err: error, personId }, "a person's pushes failed and will be retried");
  }
}
