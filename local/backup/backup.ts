import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { env } from "@/lib/env";
import { VERSION } from "@/lib/version";
import { FORMAT, textEntry, withManifest, type Manifest } from "@/local/backup/archive/manifest";
import type { Entry } from "@/local/backup/archive/tar";
import type { Database } from "@/local/backup/database";
import { givenPassphrase, writeArchive } from "@/local/backup/file";
import { mediaEntries, mediaNames, type MediaTally } from "@/local/backup/media";
import { townSecrets } from "@/local/backup/secrets";
import { snapshot, type Snapshot } from "@/local/backup/snapshot";
import type { StoredNode } from "@/local/backup/values";

/** What was written. */
export interface Backup {
  file: string;
  bytes: number;
  encrypted: boolean;
  manifest: Omit<Manifest, "checksums">;
  /** How long (ms) nobody could write. */
  pausedMs: number;
  /** Older backups that were removed. */
  removed: number;
}

const NAME = /^barker-\d{4}-\d\d-\d\dT\d{6}Z\.backup$/;
/** Tells `bin/barker doctor` when the last backup was made. */
export const RECORD = "last-backup.json";

/**
 * Writes everything that is needed to run this town elsewhere to one file: the graph as it was at one moment, the files
 * that it names, and the secrets. Barker may run meanwhile.
 * @param to a folder, in which the file gets a name with its time, or the path of a new file; the default is `backups`
 *   in the data folder
 * @param keep removes all but so many backups from the folder, the oldest first
 * @throws BackupError
 */
export async function backUp(
  database: Database,
  { to, keep, signal }: { to?: string; keep?: number; signal?: AbortSignal } = {},
): Promise<Backup> {
  const passphrase = await givenPassphrase();
  const file = await fileFor(to);
  const contents = new Contents();
  const entries = withManifest(contents.entries(database), () => contents.manifest());
  const bytes = await writeArchive(file, entries, { passphrase, signal });
  const removed = keep === undefined ? 0 : await removeOlder(dirname(file), keep);
  const manifest = contents.manifest();
  await record({ file, bytes, at: manifest.at });
  return { file, bytes, encrypted: passphrase !== null, manifest, pausedMs: contents.pausedMs, removed };
}

/** The entries of a backup, and what is told of them at the end. */
class Contents {
  #snapshot: Snapshot | null = null;
  readonly #migrations = new Set<string>();
  #keyLog = 0;
  readonly #media: MediaTally = { files: 0, bytes: 0, missing: 0 };

  async *entries(database: Database): AsyncGenerator<Entry> {
    yield textEntry("secrets.json", `${JSON.stringify(townSecrets(), null, 2)}\n`);
    const media = mediaNames();
    const seen = (node: StoredNode) => {
      media.seen(node);
      this.#note(node);
    };
    yield* snapshot(database, seen, (found) => (this.#snapshot = found));
    // After the graph: a file without a node is harmless, a node without its file is not.
    yield* mediaEntries(media, this.#media);
  }

  manifest(): Omit<Manifest, "checksums"> {
    const found = this.#found();
    return {
      format: FORMAT,
      version: VERSION,
      at: found.at,
      origin: env().BARKER_ORIGIN,
      graph: found.folder,
      nodes: found.nodes,
      relationships: found.relationships,
      labels: found.labels,
      types: found.types,
      migrations: [...this.#migrations].toSorted(),
      keyLog: this.#keyLog,
      media: this.#media,
    };
  }

  get pausedMs(): number {
    return this.#found().pausedMs;
  }

  #found(): Snapshot {
    if (this.#snapshot === null) throw new Error("the graph has not been read");
    return this.#snapshot;
  }

  #note({ labels, properties: { name, at, signedSize } }: StoredNode): void {
    if (labels.includes("Migration") && typeof name === "string" && typeof at === "number") this.#migrations.add(name);
    if (labels.includes("LogHead") && typeof signedSize === "number") this.#keyLog = signedSize;
  }
}

async function fileFor(to = join(env().BARKER_DATA, "backups")): Promise<string> {
  const path = resolve(to);
  const isNewFile = to.endsWith(".backup") && !(await isFolder(path));
  await mkdir(isNewFile ? dirname(path) : path, { recursive: true, mode: 0o700 });
  const time = new Date().toISOString().replace(/\.\d+/, "").replaceAll(":", "");
  return isNewFile ? path : join(path, `barker-${time}.backup`);
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}

/** Names contain the time, so their order is that of the backups. */
async function removeOlder(folder: string, keep: number): Promise<number> {
  const names = (await readdir(folder)).filter((name) => NAME.test(name)).toSorted();
  const older = names.slice(0, Math.max(0, names.length - keep));
  for (const name of older) await rm(join(folder, name));
  return older.length;
}

async function record(last: { file: string; bytes: number; at: number }): Promise<void> {
  const { BARKER_DATA } = env();
  await mkdir(BARKER_DATA, { recursive: true });
  await writeFile(join(BARKER_DATA, RECORD), `${JSON.stringify(last)}\n`, { mode: 0o600 });
}
