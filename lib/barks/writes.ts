import { z } from "zod";
import { barkViews, readWithoutViewer, readStatuses } from "@/lib/barks/reads";
import { barkOf, references, replyAudience, textFault, type TextFault } from "@/lib/barks/rules";
import { CreatedRow, type QuotePolicy, type StatusWithoutViewer, type Status } from "@/lib/barks/schema";
import { excerptOf, toBarkView } from "@/lib/barks/view";
import { digest } from "@/lib/auth/secrets";
import { enqueueJob } from "@/lib/delivery/writes";
import { newId } from "@/lib/ids";
import { attachable } from "@/lib/media/reads";
import type { MediaRow } from "@/lib/media/schema";
import { isConflict, read, write, writeTogether, IdRow } from "@/lib/neo4j";
import { storedPoll } from "@/lib/polls/rules";
import type { NewPoll } from "@/lib/polls/schema";
import { newPollRow } from "@/lib/polls/view";
import { townWords } from "@/lib/settings/reads";
import { cleanText } from "@/lib/text/clean";
import { announceBarkChange } from "@/lib/realtime/writes";
import { searchable } from "@/lib/text/words";
import { DAY_MS } from "@/lib/time";

export interface BarkInput {
  text: string;
  audience?: "public" | "unlisted" | "private";
  language?: string | null;
  sensitive?: boolean;
  spoiler?: string;
  /** The bark this one answers. */
  replyTo?: string | null;
  /** The bark this one quotes, as it is now. */
  quotes?: string | null;
  /** Who may quote it; everybody by default. */
  quotePolicy?: QuotePolicy;
  /** Ids of the author's pictures that are not attached to a bark yet, in order. */
  media?: string[];
  /** Its poll, which begins now. A bark has pictures or a poll. */
  poll?: NewPoll | null;
  /** The name of the app that sent it, shown to readers. */
  app?: string | null;
  /** The caller's Idempotency-Key: the same key within 24 h is the same bark. */
  idempotencyKey?: string | null;
  /** The schedule by which it is sent, once. */
  scheduledId?: string;
  /** With `scheduledId`, of a bark that the staff approved: the stored key of its request, whose repetition is the same bark. */
  approved?: { key: string | null };
}

export type Created = { ok: true; status: Status } | BarkRefusal;

/** Why a bark cannot be created. */
export type BarkRefusal =
  | { ok: false; reason: "text"; fault: TextFault }
  | { ok: false; reason: "blocked"; word: string }
  /** The staff read it first, because of this word. */
  | { ok: false; reason: "held"; word: string; checked: Checked }
  | {
      ok: false;
      reason:
        | "gone"
        | "sent"
        | "reply_missing"
        | "quote_missing"
        | "quote_private"
        | "quote_denied"
        | "pictures"
        | "both";
    };

const DeletedRow = IdRow.extend({
  replyTo: z.string().nullable(),
  quoted: z.string().nullable(),
  audience: z.string(),
  topics: z.array(z.string()),
});
const Once = z.object({ id: z.string(), at: z.number() });
const Purged = z.object({ count: z.number() });
/** How many rows around a deleted bark are removed per transaction. */
const PURGED = 2_000;
const UNTOUCHED = { likes: 0, rebarks: 0, replies: 0, quotes: 0 };

/** A bark that may be stored. */
export interface Checked {
  ok: true;
  text: string;
  answered: StatusWithoutViewer | null;
  quoted: StatusWithoutViewer | null;
  media: MediaRow[];
}

/** What a bark consists of, or why it is invalid. */
export async function checkBark(authorId: string, input: BarkInput): Promise<Checked | BarkRefusal> {
  const text = cleanText(input.text);
  const pictures = input.media ?? [];
  const fault = textFault(text, pictures.length);
  if (fault) return { ok: false, reason: "text", fault };
  if (input.poll && pictures.length > 0) return { ok: false, reason: "both" };
  const { replyTo = null, quotes = null } = input;
  const [answered, quoted, media] = await Promise.all([
    replyTo === null ? null : readPlain(authorId, replyTo),
    quotes === null ? null : readPlain(authorId, quotes),
    pictures.length === 0 ? [] : attachable(authorId, pictures),
  ]);
  if (replyTo !== null && !answered) return { ok: false, reason: "reply_missing" };
  if (quotes !== null && !quoted) return { ok: false, reason: "quote_missing" };
  if (quoted?.visibility === "private") return { ok: false, reason: "quote_private" };
  if (quoted?.quote_approval.current_user === "denied") return { ok: false, reason: "quote_denied" };
  if (media.length < pictures.length) return { ok: false, reason: "pictures" };
  const [word] = (await townWords()).blocked(textsOf(input, text, media));
  if (word !== undefined) return { ok: false, reason: "blocked", word };
  return { ok: true, text, answered, quoted, media };
}

/** All texts of a bark. */
function textsOf({ spoiler, poll }: BarkInput, text: string, media: MediaRow[]): (string | null | undefined)[] {
  return [text, spoiler, ...(poll?.options ?? []), ...media.map(({ description }) => description)];
}

/** The word because of which the staff read a bark first, if there is one; never of a bark for followers only. */
async function heldWord(input: BarkInput, { text, answered, media }: Checked): Promise<string | null> {
  if (input.approved || replyAudience(input.audience, answered) === "private") return null;
  return (await townWords()).held(textsOf(input, text, media))[0] ?? null;
}

/**
 * Creates a bark. It commits together with its outbox entry, from which it is delivered.
 * @returns the bark, or why it is invalid; "gone" when the key's bark or its author is deleted
 */
export async function createBark(authorId: string, input: BarkInput): Promise<Created> {
  const idempotencyKey = keyOf(authorId, input);
  const checked = await checkBark(authorId, input);
  const at = Date.now();
  const id = newId();
  if (!checked.ok) {
    // On a repeated request, the bark that it answers may be gone, its pictures belong to the bark created first, and its
    // words may not be allowed any more.
    const mayBeRepeated = ["pictures", "blocked"].includes(checked.reason) || input.scheduledId !== undefined;
    const earlier = mayBeRepeated ? await earlierBark(authorId, input, idempotencyKey, at) : null;
    return earlier ?? checked;
  }
  const word = await heldWord(input, checked);
  if (word !== null) {
    return (await earlierBark(authorId, input, idempotencyKey, at)) ?? { ok: false, reason: "held", word, checked };
  }
  const { text, answered, quoted, media } = checked;
  const spoiler = cleanText(input.spoiler ?? "") || null;
  const bark = {
    id,
    text,
    words: searchable(text, spoiler, ...(input.poll?.options ?? [])),
    at,
    audience: replyAudience(input.audience, answered),
    language: input.language ?? null,
    sensitive: input.sensitive || null,
    spoiler,
    app: input.app ?? null,
    quotePolicy: storedPolicy(input.quotePolicy),
    idempotencyKey,
  };
  const links = { replyTo: answered?.id ?? null, quotes: quoted?.id ?? null, media: media.map((row) => row.id) };
  const polls = input.poll ? [storedPoll(input.poll, at)] : [];
  try {
    const params = { authorId, bark, polls, ...links, ...references(text) };
    const query = hasLinks(params) ? "barks/create" : "barks/create_plain";
    const [row] = await writeTogether(query, params, CreatedRow);
    if (!row) return { ok: false, reason: "gone" };
    for (const touched of [answered?.id, quoted?.id]) if (touched) barkViews().forget(touched);
    const [poll = null] = polls.map(newPollRow);
    const { status: plain } = toBarkView({ ...row, media, poll, counts: UNTOUCHED, reactions: [] });
    const [neutral = { ...plain, reblog: null }] = quoted ? await readWithoutViewer(null, [id]) : [];
    enqueueJob({ outboxId: id, kind: "bark", actorId: authorId, subjectId: id, after: row.after, status: neutral });
    const [status = neutral] = quoted || poll ? await readStatuses(authorId, [id]) : [];
    return { ok: true, status: { ...status, in_reply_to_excerpt: answered && excerptOf(answered) } };
  } catch (error) {
    if (!isConflict(error)) throw error;
    return afterConflict(authorId, input, idempotencyKey, id, at);
  }
}

interface Links {
  replyTo: string | null;
  quotes: string | null;
  media: string[];
  polls: object[];
  topics: string[];
  mentions: string[];
}

/** Whether a bark is connected with more than its author. */
function hasLinks({ replyTo, quotes, media, polls, topics: tagged, mentions }: Links): boolean {
  return replyTo !== null || quotes !== null || [media, polls, tagged, mentions].some(({ length }) => length > 0);
}

function keyOf(authorId: string, { idempotencyKey, scheduledId, approved }: BarkInput): string | null {
  if (approved?.key) return approved.key;
  if (scheduledId !== undefined) return digest(`${authorId} scheduled ${scheduledId}`);
  return idempotencyKey ? digest(`${authorId} ${idempotencyKey}`) : null;
}

/** Everybody is the default, which is not stored. */
const storedPolicy = (policy: QuotePolicy = "public") => (policy === "public" ? null : policy);

/** The bark to answer or quote: for a rebark, its original. */
async function readPlain(viewerId: string, id: string): Promise<StatusWithoutViewer | null> {
  const [status] = await readWithoutViewer(viewerId, [id]);
  return status ? barkOf(status) : null;
}
/** The constraint found the same bark: it was sent twice, or committed before the response was lost. */
async function afterConflict(
  authorId: string,
  input: BarkInput,
  idempotencyKey: string | null,
  id: string,
  at: number,
): Promise<Created> {
  if (idempotencyKey !== null)
    return (await earlierBark(authorId, input, idempotencyKey, at)) ?? createBark(authorId, input);
  const [status] = await readStatuses(authorId, [id]);
  return status ? { ok: true, status } : { ok: false, reason: "gone" };
}

/** The bark that an Idempotency-Key created before. Null when there is none or 24 hours have passed. */
async function earlierBark(
  authorId: string,
  { scheduledId }: BarkInput,
  idempotencyKey: string | null,
  at: number,
): Promise<Created | null> {
  if (idempotencyKey === null) return null;
  const [earlier] = await read("barks/id_by_idempotency", { idempotencyKey }, Once);
  if (!earlier) return null;
  if (scheduledId === undefined && earlier.at < at - DAY_MS) {
    await write("barks/clear_idempotency", { idempotencyKey, before: at - DAY_MS }, IdRow);
    return null;
  }
  const [status] = await readStatuses(authorId, [earlier.id]);
  return status ? { ok: true, status } : { ok: false, reason: scheduledId === undefined ? "gone" : "sent" };
}

/** Changes who may quote a person's own bark; quotes that exist stay. False when they have none with that id. */
export async function setQuotePolicy(authorId: string, id: string, policy: QuotePolicy): Promise<boolean> {
  const [row] = await write("barks/set_quote_policy", { authorId, id, policy: storedPolicy(policy) }, IdRow);
  if (row) await announceChanged(id);
  return row !== undefined;
}

/**
 * Takes a person's own bark out of one that quotes it; idempotent. Lists of quotes and counters no longer include it.
 * False when there is no such quote.
 */
export async function revokeQuote(authorId: string, id: string, quotingId: string): Promise<boolean> {
  const [row] = await write("barks/revoke_quote", { authorId, id, quotingId }, IdRow);
  if (!row) return false;
  await barkViews().forgetEverywhere([id]);
  await announceChanged(quotingId);
  return true;
}

/** Tells all processes, and clients that show the bark. Best effort: whoever reads it again sees the change. */
async function announceChanged(id: string): Promise<void> {
  await barkViews().forgetEverywhere([id]);
  await announceBarkChange(id, "edited").catch(() => undefined);
}

/** Deletes a person's own bark. False when they have none with that id. */
export async function deleteBark(authorId: string, id: string): Promise<boolean> {
  const outboxId = newId();
  const [row] = await write("barks/delete", { authorId, id, at: Date.now(), outboxId }, DeletedRow);
  await barkViews().forgetEverywhere([id, row?.replyTo ?? id, row?.quoted ?? id]);
  if (!row) return false;
  const { replyTo: of, quoted, audience, topics } = row;
  enqueueJob({ outboxId, kind: "delete", actorId: authorId, subjectId: id, of, quoted, audience, topics });
  return true;
}

/** Removes the likes, bookmarks, reactions, rebarks and versions of a deleted bark, in bounded steps. */
export async function purgeBark(id: string): Promise<void> {
  for (;;) {
    const [row] = await write("barks/purge", { id, limit: PURGED }, Purged);
    if (!row || row.count < PURGED) return;
  }
}
