import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import { digest } from "@/lib/auth/secrets";
import { textFault } from "@/lib/barks/rules";
import { invalid } from "@/lib/errors";
import { IMPORT_LIMITS } from "@/lib/imports/rules";
import type { ImportedPost, ImportLine, LineResult } from "@/lib/imports/schema";
import { partsOfText, textOfHtml } from "@/lib/imports/posts/text";
import { cleanDescription, DESCRIPTION_LIMIT } from "@/lib/media/rules";
import { cleanText } from "@/lib/text/clean";
import { LanguageTag } from "@/lib/text/language";

const PUBLIC = /^(?:https:\/\/www\.w3\.org\/ns\/activitystreams#|as:)?Public$/;
/** Ids of barks contain their time and have 19 digits since this moment, by which they are sorted. */
const OLDEST = Date.UTC(2022, 6, 15);
/** The longest text that is taken, in characters of HTML; the longest spoiler; and how much is shown of a post. */
const LONGEST = 8_000;
const SPOILER = 500;
const SHOWN = 120;
const PICTURES = 4;

const Addresses = z.union([z.string().transform((one) => [one]), z.array(z.string())]).catch([]);
const Attachment = z.object({
  mediaType: z.string().catch(""),
  url: z.string().max(1_000),
  name: z.string().nullish().catch(null),
});
const Note = z.object({
  type: z.string(),
  id: z.string().max(2_000),
  summary: z.string().nullish().catch(null),
  inReplyTo: z.string().nullish(),
  published: z.string(),
  to: Addresses,
  cc: Addresses,
  sensitive: z.boolean().nullish().catch(null),
  content: z.string().nullish().catch(null),
  contentMap: z.record(z.string(), z.string()).nullish().catch(null),
  attachment: z.array(Attachment.or(z.unknown())).nullish().catch(null),
});
type Note = z.infer<typeof Note>;
const Outbox = z.object({ orderedItems: z.array(z.unknown()) });
const Activity = z.object({ type: z.literal("Create"), object: Note });

/**
 * The posts of an archive's outbox.json, oldest first, as lines. Boosts are left out; answers to others, direct messages,
 * polls and what is too old or too long have their result at once.
 * @throws ApiError invalid when it is no such file, or has too many posts
 */
export async function postsOf(personId: string, outbox: Uint8Array, now = Date.now()): Promise<ImportLine[]> {
  const notes = notesOf(outbox);
  if (notes.length === 0) throw invalid("file", "ERR_BLANK", "There are no posts of yours in this archive.");
  if (notes.length > IMPORT_LIMITS.lines) {
    const most = IMPORT_LIMITS.lines.toLocaleString("en");
    throw invalid("file", "ERR_TOO_LONG", `An archive can have ${most} posts.`);
  }
  /** The keys of the last bark of each post that is taken, by which answers continue it. */
  const last = new Map<string, string>();
  const lines: ImportLine[] = [];
  for (const [index, note] of notes.entries()) {
    // Measuring texts takes about a millisecond each; other requests are answered in between.
    if (index % 20 === 0) await setImmediate();
    const post = barksOf(personId, note, last);
    const result = last.has(note.id) ? "repeated" : resultOf(note, post, last, now);
    const line = { n: index + 1, item: shownOf(note), result };
    if (result === "new") last.set(note.id, post.keys.at(-1) ?? "");
    lines.push(result === "new" ? { ...line, target: post.keys[0], post } : line);
  }
  return lines;
}

function notesOf(outbox: Uint8Array): Note[] {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(outbox));
    const notes = Outbox.parse(parsed).orderedItems.flatMap((item) => {
      const activity = Activity.safeParse(item);
      return activity.success ? [activity.data.object] : [];
    });
    return notes.toSorted((a, b) => Date.parse(a.published) - Date.parse(b.published));
  } catch {
    throw invalid("file", "ERR_INVALID", "There is no outbox.json with posts in this archive.");
  }
}

function barksOf(personId: string, note: Note, last: Map<string, string>): ImportedPost {
  const html = note.content ?? "";
  const texts = html.length > LONGEST ? [] : partsOfText(textOfHtml(html));
  const files = (note.attachment ?? []).flatMap((one) => Attachment.safeParse(one).data ?? []);
  const pictures = files.filter(({ mediaType }) => mediaType.startsWith("image/")).slice(0, PICTURES);
  const keyOf = (_text: string, index: number) => digest(`${personId} imported ${note.id} ${index}`);
  return {
    at: Date.parse(note.published),
    texts,
    keys: texts.map(keyOf),
    answers: note.inReplyTo ? (last.get(note.inReplyTo) ?? null) : null,
    spoiler: cleanText(note.summary ?? "").slice(0, SPOILER),
    sensitive: note.sensitive ?? false,
    language: languageOf(note),
    audience: audienceOf(note) ?? "private",
    pictures: pictures.map(({ url, name }) => ({
      file: pathOf(url),
      description: cleanDescription(name ?? "").slice(0, DESCRIPTION_LIMIT),
    })),
    left: files.length - pictures.length,
  };
}

function resultOf(note: Note, post: ImportedPost, last: Map<string, string>, now: number): LineResult {
  if (audienceOf(note) === null) return "direct";
  if (note.type === "Question") return "poll";
  if (note.type !== "Note" || !(post.at <= now)) return "invalid";
  if (note.inReplyTo && !last.has(note.inReplyTo)) return "answer";
  if (post.at < OLDEST) return "too_old";
  if (post.texts.length === 0) return "too_long";
  const [first = "", ...others] = post.texts;
  if (textFault(first, post.pictures.length)?.error === "ERR_BLANK") return "empty";
  return [first, ...others].some((text) => textFault(text, post.pictures.length)) ? "too_long" : "new";
}

/** Who may see a post; null for those that name people, which are never taken. Whatever is not clear is not public. */
function audienceOf({ to, cc }: Note): ImportedPost["audience"] | null {
  if (to.some((address) => PUBLIC.test(address))) return "public";
  if (cc.some((address) => PUBLIC.test(address))) return "unlisted";
  return [...to, ...cc].some((address) => address.endsWith("/followers")) ? "private" : null;
}

function languageOf({ contentMap }: Note): string | null {
  const [tag] = Object.keys(contentMap ?? {});
  return LanguageTag.safeParse(tag).data ?? null;
}

/** The path of a file in the archive; addresses can be whole, or begin with a slash. */
function pathOf(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  return path.replace(/^\/+/, "");
}

function shownOf(note: Note): string {
  const text = textOfHtml((note.content ?? "").slice(0, 10 * SHOWN)).replaceAll(/\s+/g, " ");
  return cleanText((text || note.id).slice(0, SHOWN));
}
