import { mutationKey, requestsOf, type Mutation } from "@/app/_client/outbox/mutations";
import { answering, type QueuedRequests } from "@/app/_client/worker-protocol";

/**
 * A mutation that waits in this browser until it can be sent, or the server's answer to it. The names `lane` and `deed`
 * stay, because browsers have already stored entries with them.
 */
export interface OutboxEntry extends QueuedRequests {
  deed: Mutation;
}

/** The maximum number of waiting mutations per person. */
export const OUTBOX_CAPACITY = 300;
const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/** The entry of a mutation, before the store assigns its position in the order. */
export function toEntry(owner: string, mutation: Mutation, at: number): Omit<OutboxEntry, "seq"> {
  const steps = requestsOf(mutation);
  const once = steps.some(({ key }) => key !== undefined);
  return {
    owner,
    lane: mutationKey(mutation),
    follows: (mutation.kind === "bark" && mutation.after) || null,
    at,
    deed: mutation,
    steps,
    once,
    tries: 0,
    tried: null,
    state: "waiting",
  };
}

/** The entries that a new one replaces: those with the same key that were not sent yet. */
export function replacedBy(
  entries: OutboxEntry[],
  { owner, lane }: Pick<OutboxEntry, "owner" | "lane">,
): OutboxEntry[] {
  return entries.filter((entry) => entry.owner === owner && entry.lane === lane && entry.state === "waiting");
}

/** An entry as the answer to the bark that it follows, if that was sent meanwhile. */
export function afterSent<E extends Omit<OutboxEntry, "seq">>(entries: OutboxEntry[], entry: E): E {
  const before = entries.find(({ owner, lane }) => owner === entry.owner && lane === entry.follows);
  return before?.state === "sent" ? { ...entry, ...answering(entry, before.answer) } : entry;
}

/** The delay (ms) before the next attempt, after this many failures. `chance` is 0 to 1. */
export function backOff(failures: number, chance: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 16));
  // Jitter: many devices reconnect at the same moment when their server is back.
  return full / 2 + (full / 2) * chance;
}
