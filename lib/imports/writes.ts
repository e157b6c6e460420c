import { z } from "zod";
import { ApiError, invalid } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { filesOfArchive, OUTBOX } from "@/lib/imports/posts/archive";
import { isCar } from "@/lib/imports/posts/bluesky/car";
import { postsOfBluesky } from "@/lib/imports/posts/bluesky/posts";
import { postsOf } from "@/lib/imports/posts/outbox";
import { importsOf } from "@/lib/imports/reads";
import { ARCHIVE_LIMIT, IMPORT_LIMITS, NO_TALLY, partLines } from "@/lib/imports/rules";
import { ImportRow, type Import, type ImportKind, type ImportState, type ImportLine } from "@/lib/imports/schema";
import { linesOf } from "@/lib/imports/table";
import { toImport } from "@/lib/imports/view";
import { write } from "@/lib/neo4j";

const Deleted = z.object({ deleted: z.boolean() });

/**
 * Takes in one of Mastodon's CSV files, or an archive of posts of Mastodon or Bluesky; a worker looks its lines up, and
 * nothing else happens until it is started. It replaces an import that was never started.
 * @throws ApiError invalid for a file that cannot be read, and for blocked servers; conflict while another import is
 *   carried out; forbidden when too many are kept
 * @param storeArchive stores an archive whose pictures are needed later, and returns its id
 */
export async function createImport(
  personId: string,
  kind: ImportKind | "domain_blocks",
  bytes: Uint8Array,
  storeArchive: (bytes: Uint8Array) => Promise<string>,
): Promise<Import> {
  if (kind === "domain_blocks") {
    const message = "This town is not connected to other servers, so there is nothing to block.";
    throw invalid("kind", "ERR_INVALID", message);
  }
  if (bytes.length > (kind === "posts" ? ARCHIVE_LIMIT : IMPORT_LIMITS.bytes)) throw new ApiError("too_large");
  const lines = kind === "posts" ? await postLines(personId, bytes) : linesOf(kind, bytes);
  const archive = lines.some(({ post }) => post && post.pictures.length > 0) ? await storeArchive(bytes) : null;
  const at = Date.now();
  const tally = JSON.stringify(NO_TALLY);
  const bring = {
    id: newId(),
    kind,
    state: "checking",
    at,
    dueAt: at,
    size: lines.length,
    place: 0,
    waits: false,
    tally,
    archive,
  };
  const what = { personId, bring, parts: partsOf(lines, partLines(kind)), most: IMPORT_LIMITS.kept };
  const [row] = await write("imports/create", what, ImportRow);
  if (row) return toImport(row.import);
  const isBusy = (await importsOf(personId)).some(({ state }) => state === "running" || state === "undoing");
  if (isBusy) throw new ApiError("conflict", { message: "Another import is still going on. Please wait for its end." });
  throw new ApiError("forbidden", {
    message: `You can keep ${IMPORT_LIMITS.kept} imports. Please delete one that you do not want to undo any more.`,
  });
}

/** @throws ApiError invalid when it is no archive of posts */
async function postLines(personId: string, bytes: Uint8Array): Promise<ImportLine[]> {
  if (isCar(bytes)) return postsOfBluesky(personId, bytes);
  const files = await filesOfArchive(bytes, (name) => name === OUTBOX || name.endsWith(`/${OUTBOX}`));
  const [outbox] = files?.values() ?? [];
  if (!outbox) {
    const message =
      "There are no posts in this file. Please choose an archive of Mastodon (tar.gz or zip) or of Bluesky (car).";
    throw invalid("file", "ERR_INVALID", message);
  }
  return postsOf(personId, outbox);
}

function partsOf(lines: ImportLine[], size: number): { number: number; lines: string }[] {
  const count = Math.ceil(lines.length / size);
  return Array.from({ length: count }, (_, number) => ({
    number,
    lines: JSON.stringify(lines.slice(number * size, (number + 1) * size)),
  }));
}

/**
 * Has a worker carry out an import that was checked; a no-op for one that was started already.
 * @throws ApiError not_found; conflict in another state
 */
export function startImport(personId: string, id: string): Promise<Import> {
  return change(personId, id, ["ready"], "running", ["running", "done"]);
}

/**
 * Has a worker remove what an import added and what is still as it was added; also ends one that is being carried out. A
 * no-op when it was undone already.
 * @throws ApiError not_found; conflict in another state
 */
export function undoImport(personId: string, id: string): Promise<Import> {
  return change(personId, id, ["running", "done", "stopped"], "undoing", ["undoing", "undone"]);
}

async function change(
  personId: string,
  id: string,
  from: ImportState[],
  to: ImportState,
  fine: ImportState[],
): Promise<Import> {
  const at = Date.now();
  const what = { personId, id, from, to, at, tally: JSON.stringify(NO_TALLY) };
  const [row] = await write("imports/set_state", what, ImportRow);
  if (!row) throw new ApiError("not_found");
  if (row.import.state !== to && !fine.includes(row.import.state)) throw new ApiError("conflict");
  return toImport(row.import);
}

/**
 * Deletes an import and its report. What it added stays, and can no longer be undone.
 * @throws ApiError not_found; conflict while it is carried out or undone
 */
export async function deleteImport(personId: string, id: string): Promise<void> {
  const [row] = await write("imports/delete", { personId, id }, Deleted);
  if (!row) throw new ApiError("not_found");
  if (!row.deleted) throw new ApiError("conflict", { message: "This import is still going on." });
}
