import { barkViews, readStatuses } from "@/lib/barks/reads";
import { references, textFault, type TextFault } from "@/lib/barks/rules";
import type { Status } from "@/lib/barks/schema";
import { enqueueJob } from "@/lib/delivery/writes";
import { newId } from "@/lib/ids";
import { attachable } from "@/lib/media/reads";
import { cleanDescription, UNATTACHED_MS } from "@/lib/media/rules";
import type { MediaRow } from "@/lib/media/schema";
import { isConflict, read, write, IdRow } from "@/lib/neo4j";
import { pollChange } from "@/lib/polls/rules";
import type { NewPoll } from "@/lib/polls/schema";
import { townWords } from "@/lib/settings/reads";
import { cleanText } from "@/lib/text/clean";
import { searchable } from "@/lib/text/words";

interface Edit {
  text: string;
  spoiler: string;
  sensitive: boolean;
  language?: string | null;
  /** Ids of the pictures after the edit, in order; undefined keeps the present ones. */
  media?: string[];
  /** The poll after the edit; null ends it, undefined keeps the present one. */
  poll?: NewPoll | null;
  /** New descriptions of some of the pictures. */
  descriptions?: { id: string; description?: string | null }[];
}

type Edited =
  | { ok: true; status: Status }
  | { ok: false; reason: "text"; fault: TextFault }
  /** A word that the town does not allow, or one that the staff read first and that was not there before. */
  | { ok: false; reason: "blocked" | "held"; word: string }
  | { ok: false; reason: "gone" | "not_yours" | "pictures" | "both" };

/**
 * Edits a bark and keeps the previous text as a version. An edit that changes nothing is a no-op. The audience, the
 * parent and the quoted bark stay.
 */
export async function editBark(authorId: string, id: string, edit: Edit): Promise<Edited> {
  const [before] = await readStatuses(authorId, [id]);
  if (!before) return { ok: false, reason: "gone" };
  if (before.account.id !== authorId || before.reblog) return { ok: false, reason: "not_yours" };
  const shown = before.media_attachments.map((picture) => picture.id);
  const asked = edit.media ?? shown;
  const at = Date.now();
  const poll = pollChange(before.poll, edit.poll, at);
  if (poll.options.length > 0 && asked.length > 0) return { ok: false, reason: "both" };
  const fresh = asked.length === 0 ? [] : await attachable(authorId, asked);
  if (!(await mayShow(id, asked, fresh))) return { ok: false, reason: "pictures" };
  const text = cleanText(edit.text);
  const fault = textFault(text, asked.length);
  if (fault) return { ok: false, reason: "text", fault };
  const refused = await wordFault(before, [text, edit.spoiler, ...poll.options, ...saidOf(edit, asked, before, fresh)]);
  if (refused) return { ok: false, ...refused };
  const media = await described(authorId, before, asked, edit.descriptions ?? []);
  const language = edit.language === undefined ? before.language : edit.language;
  const spoiler = cleanText(edit.spoiler) || null;
  const now = {
    text,
    words: searchable(text, spoiler, ...poll.options),
    spoiler,
    sensitive: edit.sensitive || null,
    language,
  };
  if (!poll.changes && isSame(before, now, shown, media)) return { ok: true, status: before };
  const outboxId = newId();
  try {
    const polls = { poll: poll.change, polls: poll.asked };
    const what = { authorId, id, now, at, media, ...polls, ...references(text), outboxId };
    const [row] = await write("history/edit", what, IdRow);
    if (!row) return { ok: false, reason: "gone" };
  } catch (error) {
    // An earlier try was committed although its answer was lost: the outbox has this entry.
    if (!isConflict(error)) throw error;
  }
  await barkViews().forgetEverywhere([id]);
  enqueueJob({ outboxId, kind: "edit", actorId: authorId, subjectId: id });
  const [status] = await readStatuses(authorId, [id]);
  return status ? { ok: true, status } : { ok: false, reason: "gone" };
}

/** Allowed are pictures of the bark, of its present or an earlier version, and unused ones of its author. */
async function mayShow(id: string, media: string[], fresh: MediaRow[]): Promise<boolean> {
  if (media.length === 0) return true;
  const own = await read("history/has_pictures", { id }, IdRow);
  const known = new Set([...own, ...fresh].map((row) => row.id));
  return media.every((picture) => known.has(picture));
}

/** The descriptions of the pictures after an edit. */
function saidOf({ descriptions = [] }: Edit, asked: string[], before: Status, fresh: MediaRow[]) {
  const said = new Map(
    [...before.media_attachments, ...fresh, ...descriptions].map(({ id, description }) => [id, description]),
  );
  return asked.map((id) => said.get(id));
}

/** Why an edit may not say this. Words that the staff read first may stay where they were. */
async function wordFault(
  before: Status,
  texts: (string | null | undefined)[],
): Promise<{ reason: "blocked" | "held"; word: string } | null> {
  const { blocked, held } = await townWords();
  const [word] = blocked(texts);
  if (word !== undefined) return { reason: "blocked", word };
  const found = before.visibility === "private" ? [] : held(texts);
  if (found.length === 0) return null;
  const options = before.poll?.options.map(({ title }) => title) ?? [];
  const pictures = before.media_attachments.map(({ description }) => description);
  const there = new Set(held([before.text, before.spoiler_text, ...options, ...pictures]));
  const added = found.find((one) => !there.has(one));
  return added === undefined ? null : { reason: "held", word: added };
}

/** The pictures with their new descriptions. A picture whose description changes is copied, so that versions keep theirs. */
async function described(
  authorId: string,
  { media_attachments }: Status,
  media: string[],
  descriptions: { id: string; description?: string | null }[],
): Promise<string[]> {
  const said = new Map(media_attachments.map((picture) => [picture.id, picture.description ?? ""]));
  const words = new Map(descriptions.map(({ id, description }) => [id, cleanDescription(description ?? "")]));
  const all = media.map(async (id) => {
    const now = words.get(id);
    if (now === undefined || now === said.get(id)) return id;
    const copy = { copyId: newId(), description: now || null, until: Date.now() + UNATTACHED_MS };
    const [row] = await write("history/copy_picture", { ownerId: authorId, id, ...copy }, IdRow);
    return row?.id ?? id;
  });
  return Promise.all(all);
}

function isSame(
  before: Status,
  now: { text: string; spoiler: string | null; sensitive: boolean | null; language: string | null },
  shown: string[],
  media: string[],
): boolean {
  return (
    before.text === now.text &&
    before.spoiler_text === (now.spoiler ?? "") &&
    before.sensitive === (now.sensitive ?? false) &&
    before.language === now.language &&
    shown.join() === media.join()
  );
}
