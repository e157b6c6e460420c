import type { QuotePolicy, Status } from "@/lib/barks/schema";
import type { Draft } from "@/lib/drafts/schema";
import type { MediaAttachment } from "@/lib/media/schema";

export type ComposerAudience = "public" | "unlisted" | "private";

/** A picture of a draft; without `media` it is still being uploaded. */
export interface Picture {
  key: string;
  media: MediaAttachment | null;
  /** Its description. */
  alt: string;
  /** The address of its preview on this device. */
  src: string;
}

/** The bark that a draft answers, quotes or edits. */
export interface Target {
  replyTo: string | null;
  quotes: string | null;
  edits: string | null;
}

/** A poll that is being written; `expires_in` is in seconds. */
export type LocalPoll = NonNullable<Draft["poll"]>;

/** The maximum number of pictures of a bark. */
export const MAX_PICTURES = 4;

export const NEW_POLL: LocalPoll = { options: ["", ""], expires_in: 86_400, multiple: false, hide_totals: false };

/** Something that is being written, or was written and kept. */
export interface LocalDraft extends Target {
  id: string;
  text: string;
  /** The content note; null without one. */
  spoiler: string | null;
  /** Null for the writer's default. */
  audience: ComposerAudience | null;
  /** Who may quote it; null for the writer's default. */
  quotePolicy: QuotePolicy | null;
  language: string | null;
  sensitive: boolean;
  pictures: Picture[];
  poll?: LocalPoll | null;
  /** When it is to be sent; null for as soon as possible. */
  dueAt?: string | null;
  /** Why it was not sent at its time, or not published. */
  reason?: string | null;
  /** The id of the draft with which its thread begins; null for that draft, and without a thread. */
  thread?: string | null;
  /** Its position in the thread, after the first draft's 0. */
  place?: number;
  /** When it was last changed here, in Unix ms; every change is later than the one before. */
  at: number;
  /** The server's version that it is based on; 0 when the server has none. */
  base: number;
  /** It has changes that the server does not have. */
  dirty: boolean;
  /** It is worth keeping: it has more than its initial content. */
  kept: boolean;
  /** It is being sent as a bark. */
  sending: boolean;
}

/** The initial content of a draft: the mentions of a reply, the text of a bark that is edited. */
export type Start = Pick<LocalDraft, "text" | "spoiler" | "sensitive" | "pictures" | "language">;

export const EMPTY_DRAFT_CONTENT: Start = { text: "", spoiler: null, sensitive: false, pictures: [], language: null };
export const NO_TARGET: Target = { replyTo: null, quotes: null, edits: null };

/** A new draft. */
export function blank(id: string, target: Target, start: Start): LocalDraft {
  return {
    ...start,
    ...target,
    id,
    audience: null,
    quotePolicy: null,
    poll: null,
    dueAt: null,
    reason: null,
    thread: null,
    place: 0,
    at: 0,
    base: 0,
    dirty: false,
    kept: false,
    sending: false,
  };
}

export const sameTarget = (a: Target, b: Target): boolean =>
  a.replyTo === b.replyTo && a.quotes === b.quotes && a.edits === b.edits;

/** Whether its writer has added nothing to it. */
export function isUntouched(writing: Start & Pick<LocalDraft, "poll">, start: Start): boolean {
  const seen = (pictures: Picture[]) => JSON.stringify(pictures.map(({ key, alt }) => [key, alt.trim()]));
  return (
    writing.text.trim() === start.text.trim() &&
    (writing.spoiler ?? "").trim() === (start.spoiler ?? "").trim() &&
    seen(writing.pictures) === seen(start.pictures) &&
    !writing.poll?.options.some((option) => option.trim() !== "") &&
    // These settings alone are not worth keeping in a new draft.
    (writing.pictures.length === 0 || writing.sensitive === start.sensitive) &&
    (start.language === null || (writing.language ?? start.language) === start.language)
  );
}

/** A picture that the server has. */
export function toPicture(media: MediaAttachment): Picture {
  return { key: media.id, media, alt: media.description ?? "", src: media.preview_url };
}

/** The ids of the pictures that the server has. */
export function mediaIds({ pictures }: Pick<LocalDraft, "pictures">): string[] {
  return pictures.flatMap(({ media }) => (media ? [media.id] : []));
}

/** The initial content of an edit. */
export function startOf(bark: Status): Start {
  return {
    text: bark.text ?? "",
    spoiler: bark.spoiler_text || null,
    sensitive: bark.sensitive,
    pictures: bark.media_attachments.map(toPicture),
    language: bark.language,
  };
}

/** A draft in the API's format. `hand` identifies the window that writes. */
export function toServer(writing: LocalDraft, hand: string) {
  return {
    text: writing.text,
    spoiler_text: writing.spoiler ?? "",
    visibility: writing.audience,
    quote_approval_policy: writing.quotePolicy,
    language: writing.language,
    sensitive: writing.sensitive,
    in_reply_to_id: writing.replyTo,
    quoted_status_id: writing.quotes,
    edits_id: writing.edits,
    thread_id: writing.thread ?? null,
    place: writing.place ?? 0,
    media_ids: mediaIds(writing),
    poll: writing.poll ?? null,
    scheduled_at: writing.dueAt ?? null,
    updated_at: new Date(writing.at).toISOString(),
    version: writing.base,
    hand,
  };
}

/** A draft from the API's format. */
export function fromServer(draft: Draft): LocalDraft {
  return {
    id: draft.id,
    text: draft.text,
    spoiler: draft.spoiler_text || null,
    audience: draft.visibility,
    quotePolicy: draft.quote_approval_policy,
    language: draft.language,
    sensitive: draft.sensitive,
    pictures: draft.media_attachments.map(toPicture),
    poll: draft.poll,
    dueAt: draft.scheduled_at,
    reason: draft.reason,
    replyTo: draft.in_reply_to_id,
    quotes: draft.quoted_status_id,
    edits: draft.edits_id,
    thread: draft.thread_id,
    place: draft.place,
    at: Date.parse(draft.updated_at),
    base: draft.version,
    dirty: false,
    kept: true,
    sending: false,
  };
}

/**
 * Merges the drafts of this device with the server's: which to take over from the server, and which to delete because
 * they were sent or deleted elsewhere. Drafts changed here stay and are sent; the server ensures that no text is
 * lost.
 */
export function merge(here: LocalDraft[], there: Draft[], thrownAway: ReadonlySet<string>) {
  const known = new Map(here.map((writing) => [writing.id, writing]));
  const take = there
    .filter(({ id }) => !thrownAway.has(id))
    .filter(({ id, version }) => {
      const own = known.get(id);
      return !own || (!own.dirty && !own.sending && own.base < version);
    })
    .map(fromServer);
  const alive = new Set(there.map(({ id }) => id));
  const drop = here.filter(({ id, dirty, sending, kept }) => kept && !dirty && !sending && !alive.has(id));
  return { take, drop: drop.map(({ id }) => id) };
}

/**
 * The Idempotency-Key for sending this: the same for the same content, so that a retry creates no second bark. What the
 * later parts of a thread answer does not count: it is known only when the part before has been sent.
 */
export function sendKey(writing: LocalDraft): string {
  const { id, text, spoiler, audience, quotePolicy, language, sensitive, quotes, edits } = writing;
  const replyTo = writing.thread ? null : writing.replyTo;
  const said = [text, spoiler, audience, quotePolicy, language, sensitive, replyTo, quotes, edits, mediaIds(writing)];
  // Left out when there is neither, so that the keys of what already waits stay the same.
  if (writing.poll || writing.dueAt) said.push(JSON.stringify([writing.poll ?? null, writing.dueAt ?? null]));
  let hash = 0n;
  for (const character of JSON.stringify(said)) {
    hash = BigInt.asUintN(64, hash * 31n + BigInt(character.codePointAt(0) ?? 0));
  }
  return `${id}-${hash.toString(36)}`;
}

/** The id of the thread that a draft belongs to, or would begin. */
export const threadOf = ({ id, thread }: Pick<LocalDraft, "id" | "thread">): string => thread ?? id;

/** The drafts by thread, each in order. A thread stands where its most recent part stands. */
export function threads(drafts: LocalDraft[]): LocalDraft[][] {
  const byThread = new Map<string, LocalDraft[]>();
  for (const draft of drafts) byThread.set(threadOf(draft), [...(byThread.get(threadOf(draft)) ?? []), draft]);
  return [...byThread.values()].map((parts) => parts.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0)));
}
