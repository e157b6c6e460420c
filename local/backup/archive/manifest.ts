import { createHash } from "node:crypto";
import { z } from "zod";
import type { Entry } from "@/local/backup/archive/tar";
import { BackupError } from "@/local/backup/errors";

/** The version of the format that this Barker writes, and the only one that it reads. */
export const FORMAT = 1;
export const MANIFEST = "manifest.json";
/** Entries per list of checksums. */
const LISTED = 1_000;

const Counts = z.record(z.string(), z.number());

/** What a backup contains; its last entry, so that a backup without it is not complete. */
export const Manifest = z.object({
  format: z.literal(FORMAT),
  /** Of Barker. */
  version: z.string(),
  /** Unix ms: when the graph was read. */
  at: z.number(),
  origin: z.string(),
  /** The folder with the graph. */
  graph: z.string(),
  nodes: z.number(),
  relationships: z.number(),
  /** Nodes by label, relationships by type. */
  labels: Counts,
  types: Counts,
  /** The migrations that had been run. */
  migrations: z.array(z.string()),
  /** The leaves of the published key log; 0 without one. */
  keyLog: z.number(),
  media: z.object({ files: z.number(), bytes: z.number(), missing: z.number() }),
  /** The lists of checksums, with their SHA-256. */
  checksums: z.array(z.tuple([z.string(), z.string()])),
});
export type Manifest = z.infer<typeof Manifest>;

/**
 * Adds lists of checksums to entries, in the format of `sha256sum --check`, and the manifest.
 * @param contents asked at the end
 */
export async function* withManifest(
  entries: AsyncIterable<Entry>,
  contents: () => Omit<Manifest, "checksums">,
): AsyncGenerator<Entry> {
  const lists: Manifest["checksums"] = [];
  let lines: string[] = [];
  const list = (): Entry => {
    const entry = textEntry(`checksums/${String(lists.length + 1).padStart(6, "0")}.txt`, lines.join(""));
    lists.push([entry.name, digest(entry.bytes)]);
    lines = [];
    return entry;
  };
  for await (const entry of entries) {
    lines.push(`${digest(entry.bytes)}  ${entry.name}\n`);
    yield entry;
    if (lines.length === LISTED) yield list();
  }
  if (lines.length > 0) yield list();
  yield textEntry(MANIFEST, `${JSON.stringify({ ...contents(), checksums: lists }, null, 2)}\n`);
}

/**
 * Reads all entries and compares them with their checksums.
 * @throws BackupError when something is missing, surplus or different
 */
export async function verified(entries: AsyncIterable<Entry>): Promise<Manifest> {
  let lines = "";
  const lists: Manifest["checksums"] = [];
  for await (const { name, bytes } of entries) {
    if (name === MANIFEST) return compared(bytes, lists, lines);
    if (!name.startsWith("checksums/")) {
      lines += `${digest(bytes)}  ${name}\n`;
      continue;
    }
    const wrong = firstDifference(lines, Buffer.from(bytes).toString("utf8"));
    if (wrong !== null) throw new BackupError(`The backup is damaged: ${wrong} differs from its checksum.`);
    lists.push([name, digest(bytes)]);
    lines = "";
  }
  throw new BackupError("The backup has no manifest: it is not complete.");
}

/** An entry of text. */
export function textEntry(name: string, text: string): Entry {
  return { name, bytes: Buffer.from(text, "utf8") };
}

function compared(bytes: Uint8Array, lists: Manifest["checksums"], lines: string): Manifest {
  const given: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
  const { format } = z.object({ format: z.number() }).parse(given);
  if (format !== FORMAT)
    throw new BackupError(
      `The backup has format ${format}, and this Barker reads ${FORMAT}: restore it with the Barker that made it.`,
    );
  const manifest = Manifest.parse(given);
  if (lines !== "" || JSON.stringify(manifest.checksums) !== JSON.stringify(lists))
    throw new BackupError("The backup is damaged: its manifest names other checksums.");
  return manifest;
}

/** The name of the first entry in which two lists of checksums differ, null if they are the same. */
function firstDifference(found: string, listed: string): string | null {
  if (found === listed) return null;
  const [mine, theirs] = [found.split("\n"), listed.split("\n")];
  const place = mine.findIndex((line, index) => line !== theirs[index]);
  return (mine[place] || theirs[place] || "an entry").replace(/^\w+ {2}/, "");
}

function digest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
