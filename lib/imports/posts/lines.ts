import { digest } from "@/lib/auth/secrets";
import { textFault } from "@/lib/barks/rules";
import { invalid } from "@/lib/errors";
import { IMPORT_LIMITS } from "@/lib/imports/rules";
import type { ImportedPost, ImportLine, LineResult } from "@/lib/imports/schema";
import { partsOfText } from "@/lib/imports/posts/text";
import { inTurns } from "@/lib/imports/posts/turns";
import { cleanText } from "@/lib/text/clean";

/** Ids of barks contain their time and have 19 digits since this moment, by which they are sorted. */
const OLDEST = Date.UTC(2022, 6, 15);
/** How much is shown of a post, in UTF-16 units. */
const SHOWN = 120;
/** The longest text of a post that is taken, in UTF-16 units, in the markup of its archive. */
export const LONGEST = 8_000;

/** A post of an archive of any kind, before it is divided into barks. */
export interface ArchivePost extends Omit<ImportedPost, "texts" | "keys" | "answers"> {
  /** What it is called in the archive. */
  id: string;
  /** Its cleaned text; of one that is not taken, the beginning is enough. */
  text: string;
  /** The id of the post that it answers, whose author can be anybody. */
  answers: string | null;
  /** Why it is never taken, whatever else is in the archive. */
  refused: LineResult | null;
}

/**
 * The posts of an archive as lines of an import. Answers to others, and what is refused, too old or too long have their
 * result at once.
 * @param items what the archive has, oldest first
 * @param toPost converts one of them; called for one at a time, so that other requests are answered in between
 * @param now Unix ms
 * @throws ApiError invalid when there are no posts, or too many
 */
export async function linesOfPosts<Item>(
  personId: string,
  items: Item[],
  toPost: (item: Item) => ArchivePost,
  now: number,
): Promise<ImportLine[]> {
  if (items.length === 0) throw invalid("file", "ERR_BLANK", "There are no posts of yours in this archive.");
  if (items.length > IMPORT_LIMITS.lines) throw tooManyPosts();
  /** The keys of the last bark of each post that is taken, by which answers continue it. */
  const last = new Map<string, string>();
  const lines: ImportLine[] = [];
  const pause = inTurns();
  for (const [index, item] of items.entries()) {
    // Measuring texts takes about a millisecond each.
    await pause();
    const archived = toPost(item);
    const post = barksOf(personId, archived, last);
    const result = last.has(archived.id) ? "repeated" : resultOf(archived, post, last, now);
    const line = { n: index + 1, item: shownOf(archived), result };
    if (result === "new") last.set(archived.id, post.keys.at(-1) ?? "");
    lines.push(result === "new" ? { ...line, target: post.keys[0], post } : line);
  }
  return lines;
}

/** The error for an archive with more posts than an import can have lines. */
export function tooManyPosts() {
  const most = IMPORT_LIMITS.lines.toLocaleString("en");
  return invalid("file", "ERR_TOO_LONG", `An archive can have ${most} posts.`);
}

function barksOf(personId: string, archived: ArchivePost, last: Map<string, string>): ImportedPost {
  const { id, text, answers, refused, ...same } = archived;
  const texts = refused === null ? partsOfText(text) : [];
  return {
    ...same,
    texts,
    keys: texts.map((_, index) => digest(`${personId} imported ${id} ${index}`)),
    answers: answers === null ? null : (last.get(answers) ?? null),
  };
}

function resultOf(
  { answers, refused }: ArchivePost,
  post: ImportedPost,
  last: Map<string, string>,
  now: number,
): LineResult {
  if (refused !== null) return refused;
  if (!(post.at <= now)) return "unreadable";
  if (answers !== null && !last.has(answers)) return "answer";
  if (post.at < OLDEST) return "too_old";
  const [first = "", ...others] = post.texts;
  if (textFault(first, post.pictures.length)?.error === "ERR_BLANK") return "empty";
  return [first, ...others].some((text) => textFault(text, post.pictures.length)) ? "too_long" : "new";
}

function shownOf({ id, text }: ArchivePost): string {
  return cleanText((text.slice(0, 10 * SHOWN).replaceAll(/\s+/g, " ") || id).slice(0, SHOWN));
}
