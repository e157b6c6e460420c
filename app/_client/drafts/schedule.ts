import { send } from "@/app/_client/api";
import type { LocalDraft } from "@/app/_client/drafts/model";
import { removeDraft, restoreDraft } from "@/app/_client/drafts/store";
import { requestsOf } from "@/app/_client/outbox/mutations";
import type { Sending } from "@/app/_client/events";
import { HOUR_MS } from "@/lib/time";

/** A time as a field for date and time has it: in the zone of the person, to the minute. */
export function inputTime(at: number): string {
  const date = new Date(at);
  return new Date(at - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The time that is offered first: the next full hour that is at least an hour away. */
export function firstTime(now = Date.now()): string {
  return new Date(Math.ceil((now + HOUR_MS) / HOUR_MS) * HOUR_MS).toISOString();
}

/**
 * Gives what is written to the server, which sends it at its time; idempotent. Its draft, which is marked as being sent, is
 * deleted; after a failure it is restored.
 * @returns why that failed, or null
 */
export async function schedule(writing: LocalDraft, sending: Sending): Promise<string | null> {
  for (const { method, path, json, key, mayBeGone } of requestsOf({ kind: "bark", writing, sending })) {
    const outcome = await send(path, { method, json, idempotencyKey: key });
    if (outcome.ok || (mayBeGone && outcome.status === 404)) continue;
    restoreDraft(writing.id);
    return outcome.sentence;
  }
  removeDraft(writing.id, true);
  return null;
}
