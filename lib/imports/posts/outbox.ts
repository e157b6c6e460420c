import { z } from "zod";
import { invalid } from "@/lib/errors";
import { linesOfPosts, LONGEST, type ArchivePost } from "@/lib/imports/posts/lines";
import { textOfHtml } from "@/lib/imports/posts/text";
import type { ImportLine, LineResult } from "@/lib/imports/schema";
import { cleanDescription, DESCRIPTION_LIMIT } from "@/lib/media/rules";
import { cleanText } from "@/lib/text/clean";
import { LanguageTag } from "@/lib/text/language";

const PUBLIC = /^(?:https:\/\/www\.w3\.org\/ns\/activitystreams#|as:)?Public$/;
/** The longest spoiler, in UTF-16 units. */
const SPOILER = 500;
/** How much of the markup of a post that is not taken is read, in UTF-16 units. */
const BEGINNING = 1_200;
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
  return linesOfPosts(personId, notesOf(outbox), toPost, now);
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

function toPost(note: Note): ArchivePost {
  const html = note.content ?? "";
  const files = (note.attachment ?? []).flatMap((one) => Attachment.safeParse(one).data ?? []);
  const pictures = files.filter(({ mediaType }) => mediaType.startsWith("image/")).slice(0, PICTURES);
  return {
    id: note.id,
    at: Date.parse(note.published),
    text: textOfHtml(html.length > LONGEST ? html.slice(0, BEGINNING) : html),
    answers: note.inReplyTo || null,
    refused: refusalOf(note),
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

function refusalOf(note: Note): LineResult | null {
  if (audienceOf(note) === null) return "direct";
  if (note.type === "Question") return "poll";
  if (note.type !== "Note") return "unreadable";
  return (note.content ?? "").length > LONGEST ? "too_long" : null;
}

/** Who may see a post; null for those that name people, which are never taken. Whatever is not clear is not public. */
function audienceOf({ to, cc }: Note): ArchivePost["audience"] | null {
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
