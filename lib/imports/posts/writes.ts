import { references } from "@/lib/barks/rules";
import { ApiError } from "@/lib/errors";
import { filesOfArchive } from "@/lib/imports/posts/archive";
import { keyedBarks } from "@/lib/imports/posts/reads";
import type { ImportLine, ImportedPost, LineResult } from "@/lib/imports/schema";
import { isConflict, write, IdRow } from "@/lib/neo4j";
import { searchable } from "@/lib/text/words";

/** What imports of posts need of other features; whoever works on imports gives it to them. */
export interface Hands {
  addPicture(ownerId: string, file: Uint8Array, details: { description?: string }): Promise<{ id: string }>;
  deleteBark(authorId: string, id: string): Promise<boolean>;
  readArchive(id: string): Promise<Uint8Array | null>;
  removeArchive(id: string): Promise<void>;
}

/** What readers see as the app that sent an imported bark, so that nobody takes an old date for proof. */
const APP = "Import";

type Files = ReadonlyMap<string, Uint8Array>;

/** The pictures that posts need, from the archive of an import; names in archives can begin with a folder. */
export async function picturesOf(hands: Hands, archive: string | null, lines: ImportLine[]): Promise<Files> {
  const wanted = lines.flatMap(({ result, post }) => (result === "new" ? (post?.pictures ?? []) : []));
  if (archive === null || wanted.length === 0) return new Map();
  const bytes = await hands.readArchive(archive);
  const names = new Set(wanted.map(({ file }) => file));
  const wantedName = (name: string) => [...names].find((file) => name === file || name.endsWith(`/${file}`));
  const found = bytes && (await filesOfArchive(bytes, (name) => wantedName(name) !== undefined));
  return new Map([...(found ?? [])].map(([name, content]) => [wantedName(name) ?? name, content]));
}

/** Adds the barks of a post that are not there yet. @returns what became of it */
export async function barkPost(
  hands: Hands,
  authorId: string,
  { post, barks = [] }: ImportLine,
  files: Files,
): Promise<LineResult> {
  if (!post) return "invalid";
  const { answers } = post;
  const there = await keyedBarks([...post.keys, ...(answers === null ? [] : [answers])]);
  const answered = answers === null ? null : there.get(answers);
  if (answers !== null && (!answered || answered.deleted)) return "answer";
  const isBegun = there.has(post.keys[0] ?? "");
  const media = isBegun ? [] : await attached(hands, authorId, post, files);
  const missing = post.left + (isBegun ? 0 : post.pictures.length - media.length);
  if (!isBegun && post.texts[0] === "" && media.length === 0) return "empty";
  let replyTo = answered?.id ?? null;
  for (const [index, text] of post.texts.entries()) {
    const [id = "", key = ""] = [barks[index], post.keys[index]];
    if (!there.has(key)) {
      const bark = { ...pastBark(post, text), id, at: post.at + index, idempotencyKey: key };
      const links = { replyTo, topics: references(text).topics, media: index === 0 ? media : [] };
      const outcome = await create(authorId, bark, links);
      if (outcome !== "added") return outcome;
    }
    replyTo = id;
  }
  return missing > 0 ? "partly" : "added";
}

function pastBark(post: ImportedPost, text: string) {
  return {
    text,
    words: searchable(text, post.spoiler || null),
    audience: post.audience,
    language: post.language,
    sensitive: post.sensitive || null,
    spoiler: post.spoiler || null,
    app: APP,
  };
}

async function create(
  authorId: string,
  bark: ReturnType<typeof pastBark> & { id: string; at: number; idempotencyKey: string },
  links: { replyTo: string | null; topics: string[]; media: string[] },
): Promise<LineResult> {
  try {
    const [row] = await write("imports/create_bark", { authorId, bark, ...links }, IdRow);
    return row ? "added" : "answer";
  } catch (error) {
    if (!isConflict(error)) throw error;
    // Another worker was faster with the same bark, or the answer of the database was lost.
    const found = (await keyedBarks([bark.idempotencyKey])).get(bark.idempotencyKey);
    return found?.id === bark.id ? "added" : "there";
  }
}

/** The pictures of a post that could be stored, by their ids. One that is missing or cannot be shown is left out. */
async function attached(hands: Hands, ownerId: string, { pictures }: ImportedPost, files: Files): Promise<string[]> {
  const ids: string[] = [];
  for (const { file, description } of pictures) {
    const bytes = files.get(file);
    if (!bytes) continue;
    try {
      ids.push((await hands.addPicture(ownerId, bytes, { description })).id);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code === "away") throw error;
    }
  }
  return ids;
}

/**
 * Deletes the barks of a post that an import added, unless they were edited since, and frees their keys.
 * @returns whether all of them were deleted now
 */
export async function undoPost(hands: Hands, authorId: string, { post, barks = [] }: ImportLine): Promise<boolean> {
  const there = await keyedBarks(post?.keys ?? []);
  let all = there.size > 0;
  for (const { key, id, edited, deleted } of [...there.values()].toReversed()) {
    if (!barks.includes(id) || edited) {
      all = false;
      continue;
    }
    if (!deleted && !(await hands.deleteBark(authorId, id))) all = false;
    await write("barks/clear_idempotency", { idempotencyKey: key, before: Number.MAX_SAFE_INTEGER }, IdRow);
    if (deleted) all = false;
  }
  return all;
}
