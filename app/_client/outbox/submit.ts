import { send, type Outcome } from "@/app/_client/api";
import { requestsOf, type Mutation } from "@/app/_client/outbox/mutations";
import { hasQueued, outboxProvider } from "@/app/_client/outbox/state";
import type { Status } from "@/lib/barks/schema";
import type { Relationship } from "@/lib/people/schema";

/** What the server answers to a deed that it accepts. */
type AnswerTo<D extends Mutation> = D extends { kind: "follow" } ? Relationship : Status;

/** The server cannot be reached, or something before it says that it is away. */
const UNREACHED = new Set([0, 502, 503, 504]);

/**
 * Brings a deed to the server, or into the outbox: when there is no connection, and behind what waits there already.
 * @returns what the server said, or "waits": then the outbox shows it, and says later what became of it
 */
export async function submit<D extends Mutation>(deed: D): Promise<Outcome<AnswerTo<D>> | "waits"> {
  const owner = outboxProvider()?.personId ?? null;
  const first = owner !== null && (hasQueued(owner) || !navigator.onLine) ? null : await sendNow(deed, owner);
  if (first !== null && (first.ok || owner === null || !UNREACHED.has(first.status))) return first;
  if (owner !== null && (await keep(deed))) return "waits";
  return first ?? sendNow(deed, owner);
}

/** Without room or without a service worker nothing can wait. */
async function keep(deed: Mutation): Promise<boolean> {
  try {
    const { enqueue } = await import("@/app/_client/outbox/queue");
    return await enqueue(deed);
  } catch {
    return false;
  }
}

async function sendNow<D extends Mutation>(deed: D, person: string | null): Promise<Outcome<AnswerTo<D>>> {
  let outcome: Outcome<AnswerTo<D>> | null = null;
  for (const { method, path, json, key, mayBeGone } of requestsOf(deed)) {
    const step = await send<AnswerTo<D>>(path, { method, json, idempotencyKey: key, person, keepalive: true });
    if (!step.ok && !(mayBeGone && step.status === 404)) return step;
    outcome = step;
  }
  return outcome ?? { ok: false, status: 0, sentence: "There is nothing to send.", fields: {} };
}
