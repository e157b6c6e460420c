import { mutationKey, requestsOf, type Mutation, type MutationRequest } from "@/app/_client/outbox/mutations";

/** What waits in this browser until it can be sent, or what became of it. Read by public/sw-outbox.js too. */
export interface OutboxEntry {
  /** They go out in the order of these. */
  seq: number;
  /** Whose it is; it is sent as nobody else. */
  owner: string;
  lane: string;
  /** When it was done, in Unix ms. */
  at: number;
  deed: Mutation;
  steps: MutationRequest[];
  /** Sending it twice would be doing it twice, were it not for its key. */
  once: boolean;
  tries: number;
  /** When it was first tried, in Unix ms. */
  tried: number | null;
  state: "waiting" | "sent" | "refused";
  answer?: unknown;
  status?: number;
  sentence?: string;
}

/** How many deeds of one person wait at most. */
export const OUTBOX_CAPACITY = 300;
const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/** A deed as it waits, before it has its place in the order. */
export function toEntry(owner: string, deed: Mutation, at: number): Omit<OutboxEntry, "seq"> {
  const steps = requestsOf(deed);
  const once = steps.some(({ key }) => key !== undefined);
  return { owner, lane: mutationKey(deed), at, deed, steps, once, tries: 0, tried: null, state: "waiting" };
}

/** Those whose place a new deed takes: what was to be done before it in its lane, and was not done yet. */
export function replacedBy(
  entries: OutboxEntry[],
  { owner, lane }: Pick<OutboxEntry, "owner" | "lane">,
): OutboxEntry[] {
  return entries.filter((entry) => entry.owner === owner && entry.lane === lane && entry.state === "waiting");
}

/** How long to wait (ms) before the next attempt, after so many that failed. `chance` is 0 to 1. */
export function backOff(failures: number, chance: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 16));
  // Many devices come back at the same moment as their server.
  return full / 2 + (full / 2) * chance;
}

/** "2 barks wait", "A bark and 3 more wait"; null when nothing does. */
export function waitingWords(barks: number, others: number): string | null {
  if (barks + others === 0) return null;
  if (barks === 0) return others === 1 ? "One thing you did waits" : `${others} things you did wait`;
  const some = barks === 1 ? "1 bark" : `${barks} barks`;
  if (others > 0) return `${some} and ${others} more wait`;
  return barks === 1 ? "1 bark waits" : `${some} wait`;
}
