import { z } from "zod";
import { SCHEDULE_LIMITS } from "@/lib/barks/rules";
import { readScheduled, scheduledEarlier, scheduleKey } from "@/lib/barks/scheduled/reads";
import { ClaimedRow, ScheduledRow, type ScheduledStatus } from "@/lib/barks/scheduled/schema";
import { pollIn, toScheduled } from "@/lib/barks/scheduled/view";
import type { Status } from "@/lib/barks/schema";
import { checkBark, createBark, type BarkInput, type BarkRefusal } from "@/lib/barks/writes";
import { newId } from "@/lib/ids";
import { log } from "@/lib/log";
import { UNATTACHED_MS } from "@/lib/media/rules";
import { isConflict, write, IdRow } from "@/lib/neo4j";
import { DAY_MS } from "@/lib/time";

type Scheduled = { ok: true; scheduled: ScheduledStatus } | { ok: false; reason: "too_many" };
const Fits = z.object({ fits: z.boolean() });

/** How long (ms) a claim holds: then another worker sends what the one that stopped did not. */
const CLAIM_MS = 5_000;
const BATCH = 50;
/** How many are sent at once. */
const AT_ONCE = 8;

/**
 * Schedules a bark for `dueAt` (Unix ms), after the same checks as if it were sent now.
 * @param appId the app that asks; null for our own pages
 */
export async function scheduleBark(
  authorId: string,
  input: BarkInput,
  dueAt: number,
  appId: string | null = null,
): Promise<Scheduled | BarkRefusal> {
  const checked = await checkBark(authorId, input);
  if (!checked.ok) {
    // The pictures of a repeated request belong to the bark that the first one scheduled.
    const scheduled = checked.reason === "pictures" ? await scheduledEarlier(authorId, input.idempotencyKey) : null;
    return scheduled ? { ok: true, scheduled } : checked;
  }
  const { text, media, answered, quoted } = checked;
  const bark = {
    id: newId(),
    dueAt,
    text,
    spoiler: input.spoiler || null,
    audience: input.audience ?? null,
    quotePolicy: input.quotePolicy ?? null,
    language: input.language ?? null,
    sensitive: input.sensitive || null,
    replyTo: answered?.id ?? null,
    quotes: quoted?.id ?? null,
    poll: input.poll ? JSON.stringify(input.poll) : null,
    app: input.app ?? null,
    appId,
  };
  const limits = { most: SCHEDULE_LIMITS.total, ...dayOf(dueAt) };
  const key = scheduleKey(authorId, input.idempotencyKey);
  const what = { authorId, key, bark, media: media.map(({ id }) => id), ...limits };
  const [row] = await write("scheduled/create", what, ScheduledRow);
  return row ? { ok: true, scheduled: toScheduled(row) } : { ok: false, reason: "too_many" };
}

/** The day of a time (Unix ms), and how many barks may be scheduled for it. */
function dayOf(dueAt: number): { from: number; to: number; mostADay: number } {
  const from = dueAt - (dueAt % DAY_MS);
  return { from, to: from + DAY_MS, mostADay: SCHEDULE_LIMITS.aDay };
}

/** Changes when a scheduled bark is sent, to `dueAt` (Unix ms). Null when there is none, or it is being sent. */
export async function moveScheduled(personId: string, id: string, dueAt: number): Promise<Scheduled | null> {
  const [row] = await write("scheduled/move", { personId, id, dueAt, ...dayOf(dueAt) }, Fits);
  if (row?.fits === false) return { ok: false, reason: "too_many" };
  const scheduled = row ? await readScheduled(personId, id) : null;
  return scheduled && { ok: true, scheduled };
}

/** Cancels a scheduled bark. False when there is none, or it is being sent. */
export async function cancelScheduled(personId: string, id: string): Promise<boolean> {
  const [row] = await write("scheduled/cancel", { personId, id, looseUntil: Date.now() + UNATTACHED_MS }, IdRow);
  return row !== undefined;
}

/**
 * Makes a scheduled bark a draft, to be changed.
 * @returns the draft's id; null when there is no such bark, or it is being sent
 */
export async function unschedule(personId: string, id: string): Promise<string | null> {
  return (await readScheduled(personId, id)) && toDraft(id, false, null);
}

/** Sends a scheduled bark before its time. Null when there is none, a reason when it became a draft. */
export async function sendScheduledNow(personId: string, id: string): Promise<Status | string | null> {
  const now = Date.now();
  const [row] = await write("scheduled/claim", { personId, id, now, until: now + CLAIM_MS }, ClaimedRow);
  return row ? send(row) : null;
}

/** Sends the scheduled barks that are due. Any number of workers may do this at once. @param now Unix milliseconds */
export async function sendScheduled(now = Date.now()): Promise<void> {
  for (let claimed = BATCH; claimed === BATCH;) {
    const params = { now, until: Date.now() + CLAIM_MS, limit: BATCH };
    const rows = await write("scheduled/claim_due", params, ClaimedRow);
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const some = rows.slice(from, from + AT_ONCE).map((row) =>
        // The others are not held up; the claim ends, and it is tried again.
        send(row).catch((error: unknown) => log().warn({ err: error, id: row.bark.id }, "a scheduled bark waits")),
      );
      await Promise.all(some);
    }
    claimed = rows.length;
  }
}

/**
 * Sends a claimed bark. It is sent once, because the id of the schedule is its Idempotency-Key, also when a worker stops
 * between the commit and the deletion of the schedule. What can no longer be sent becomes a draft, with the reason.
 */
async function send({ bark, media, authorId, active }: ClaimedRow): Promise<Status | string | null> {
  if (!active) return (await toDraft(bark.id, true, REASONS.inactive)) ? REASONS.inactive : null;
  const result = await createBark(authorId, {
    text: bark.text,
    spoiler: bark.spoiler ?? "",
    audience: bark.audience ?? undefined,
    quotePolicy: bark.quotePolicy ?? undefined,
    language: bark.language,
    sensitive: bark.sensitive ?? false,
    replyTo: bark.replyTo,
    quotes: bark.quotes,
    poll: pollIn(bark.poll),
    media: media.map(({ id }) => id),
    app: bark.app,
    scheduledId: bark.id,
  });
  // "sent": and deleted by its author before the schedule was.
  if (result.ok || result.reason === "sent") {
    await write("scheduled/delete_sent", { id: bark.id }, IdRow);
    return result.ok ? result.status : null;
  }
  const reason = result.reason === "text" ? result.fault.description : REASONS[result.reason];
  await toDraft(bark.id, true, reason);
  return reason;
}

const REASONS = {
  inactive: "Your account was closed or suspended at its time.",
  gone: "What it answers or quotes was deleted, or your account was closed, at its time.",
  reply_missing: "The bark it answers was deleted, or you may not see it any more.",
  quote_missing: "The bark it quotes was deleted, or you may not see it any more.",
  quote_private: "The bark it quotes is for followers only now.",
  quote_denied: "The bark it quotes may not be quoted by you any more.",
  pictures: "One of its pictures is gone.",
  both: "A bark has pictures or a poll, not both.",
};

/** @returns the id of the draft: the bark's, or a new one when its author has a draft with that id */
async function toDraft(id: string, claimed: boolean, reason: string | null): Promise<string | null> {
  const change = { id, claimed, digest: "", at: Date.now(), reason };
  try {
    return (await write("scheduled/to_draft", { ...change, draftId: id }, IdRow))[0]?.id ?? null;
  } catch (error) {
    if (!isConflict(error)) throw error;
    return (await write("scheduled/to_draft", { ...change, draftId: newId() }, IdRow))[0]?.id ?? null;
  }
}
