import { z } from "zod";
import { notAllowed, SCHEDULE_LIMITS } from "@/lib/barks/rules";
import { heldOf, readScheduled, scheduledEarlier, scheduledOrHeld, scheduleKey } from "@/lib/barks/scheduled/reads";
import { ClaimedRow, WaitingRow, type ScheduledStatus } from "@/lib/barks/scheduled/schema";
import { pollIn } from "@/lib/barks/scheduled/view";
import {
  checkBark,
  createBark,
  type BarkInput,
  type BarkRefusal,
  type Checked,
  type Created,
} from "@/lib/barks/writes";
import { newId } from "@/lib/ids";
import { log } from "@/lib/log";
import { UNATTACHED_MS } from "@/lib/media/rules";
import { isConflict, write, IdRow } from "@/lib/neo4j";
import { DAY_MS } from "@/lib/time";

type TooMany = { ok: false; reason: "too_many" };
type Scheduled = { ok: true; scheduled: ScheduledStatus } | TooMany;
/** The bark waits for the staff. */
type Held = { ok: false; reason: "held" };
type Refusal = Exclude<BarkRefusal, { reason: "held" }>;
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
): Promise<Scheduled | BarkRefusal | Held> {
  const checked = await checkBark(authorId, input);
  if (checked.ok) return store(authorId, input, checked, { dueAt, appId });
  // The pictures of a repeated request belong to the bark that the first one scheduled.
  const scheduled = checked.reason === "pictures" ? await scheduledEarlier(authorId, input.idempotencyKey) : null;
  if (scheduled === "held") return HELD;
  return scheduled ? { ok: true, scheduled } : checked;
}

const HELD: Held = { ok: false, reason: "held" };

/**
 * Creates a bark, or has it wait for the staff, who read it first because of one of its words.
 * @param appId the app that asks; null for our own pages
 */
export async function barkOrHold(
  authorId: string,
  input: BarkInput,
  appId: string | null = null,
): Promise<Extract<Created, { ok: true }> | Refusal | Held | TooMany> {
  const created = await createBark(authorId, input);
  if (created.ok) return created;
  if (created.reason === "held") {
    const held = { heldFor: created.word, heldAt: Date.now(), appId };
    const stored = await store(authorId, input, created.checked, held);
    return stored.ok ? HELD : stored;
  }
  // The pictures of a repeated request belong to the bark that waits since the first one.
  const waits = created.reason === "pictures" && (await scheduledEarlier(authorId, input.idempotencyKey)) === "held";
  return waits ? HELD : created;
}

type When = { appId: string | null } & ({ dueAt: number } | { heldFor: string; heldAt: number });

/** Stores a bark that waits for its time or for the staff. */
async function store(
  authorId: string,
  input: BarkInput,
  { text, media, answered, quoted }: Checked,
  when: When,
): Promise<Scheduled | Held> {
  const bark = {
    ...when,
    id: newId(),
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
  };
  // What waits for the staff counts for no day.
  const limits = { most: SCHEDULE_LIMITS.total, ...dayOf("dueAt" in when ? when.dueAt : 0) };
  const key = scheduleKey(authorId, input.idempotencyKey);
  const what = { authorId, key, bark, media: media.map(({ id }) => id), ...limits };
  const [row] = await write("scheduled/create", what, WaitingRow);
  if (!row) return { ok: false, reason: "too_many" };
  const stored = scheduledOrHeld(row);
  return stored === "held" ? HELD : { ok: true, scheduled: stored };
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

/** Cancels a scheduled bark, or one that waits for the staff. False when there is none, or it is being sent. */
export async function cancelScheduled(personId: string, id: string): Promise<boolean> {
  const [row] = await write("scheduled/cancel", { personId, id, looseUntil: Date.now() + UNATTACHED_MS }, IdRow);
  return row !== undefined;
}

/**
 * Makes a scheduled bark, or one that waits for the staff, a draft, to be changed.
 * @returns the draft's id; null when there is no such bark, or it is being sent
 */
export async function unschedule(personId: string, id: string): Promise<string | null> {
  const isTheirs = (await readScheduled(personId, id)) !== null || (await heldOf(personId, id)).length > 0;
  return isTheirs ? toDraft(id, false, null) : null;
}

/** What became of a bark that was to be sent: "draft" with the reason why it is one; null when it is gone. */
type Sent = Extract<Created, { ok: true }> | Held | { ok: false; reason: "draft"; why: string } | null;

/** Sends a scheduled bark before its time. Null when there is none. */
export async function sendScheduledNow(personId: string, id: string): Promise<Sent> {
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
 * Sends a claimed bark. It is sent once, because the id of the schedule (or the key of the request that the staff held) is
 * its Idempotency-Key, also when a worker stops between the commit and the deletion of the schedule. What can no longer be
 * sent becomes a draft, with the reason; what the staff read first waits for them.
 */
async function send({ bark, media, authorId, active }: ClaimedRow): Promise<Sent> {
  if (!active) return refuse(bark.id, REASONS.inactive);
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
    ...(bark.approvedAt !== null && { approved: { key: bark.key } }),
  });
  // "sent": and deleted by its author before the schedule was.
  if (result.ok || result.reason === "sent") {
    await write("scheduled/delete_sent", { id: bark.id }, IdRow);
    return result.ok ? result : null;
  }
  if (result.reason === "held") {
    await write("scheduled/hold", { id: bark.id, word: result.word, at: Date.now() }, IdRow);
    return HELD;
  }
  if (result.reason === "blocked") return refuse(bark.id, notAllowed(result.word));
  return refuse(bark.id, result.reason === "text" ? result.fault.description : REASONS[result.reason]);
}

async function refuse(id: string, why: string): Promise<Sent> {
  return (await toDraft(id, true, why)) === null ? null : { ok: false, reason: "draft", why };
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

/** @returns the id of the draft; null when there is no such bark any more */
async function toDraft(id: string, claimed: boolean, reason: string | null): Promise<string | null> {
  const change = { id, claimed, digest: "", at: Date.now(), reason };
  return asDraft(id, async (draftId) => (await write("scheduled/to_draft", { ...change, draftId }, IdRow))[0]?.id);
}

/**
 * Makes a bark that waits a draft with the same id, or with a new one when its author has a draft with that id.
 * @returns the draft's id, or null when there is no such bark any more
 */
export async function asDraft(
  id: string,
  make: (draftId: string) => Promise<string | undefined>,
): Promise<string | null> {
  try {
    return (await make(id)) ?? null;
  } catch (error) {
    if (!isConflict(error)) throw error;
    return (await make(newId())) ?? null;
  }
}
