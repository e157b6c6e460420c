import { createReadStream } from "node:fs";
import { open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { seal, unseal } from "@/local/backup/archive/sealing";
import { tar, untar, type Entry } from "@/local/backup/archive/tar";
import { BackupError } from "@/local/backup/errors";

/** A shorter passphrase could be guessed by whoever gets the file. */
const SHORTEST = 12;

/**
 * The passphrase of backups, from BARKER_BACKUP_KEY or the file that BARKER_BACKUP_KEY_FILE names; null without one.
 * @throws BackupError when it is too short, or the file cannot be read
 */
export async function givenPassphrase(given: NodeJS.ProcessEnv = process.env): Promise<string | null> {
  const { BARKER_BACKUP_KEY: key, BARKER_BACKUP_KEY_FILE: file } = given;
  if (!key && !file) return null;
  const passphrase = (
    key || (await readFile(file ?? "", "utf8").catch((cause: unknown) => unreadable(file ?? "", cause)))
  ).trim();
  if (passphrase.length >= SHORTEST) return passphrase;
  throw new BackupError(
    `The passphrase for backups needs ${SHORTEST} characters or more: for example, take the output of "openssl rand -hex 32".`,
  );
}

/**
 * Writes entries to a file that only its owner may read. It has its name only once it is complete and on the disk.
 * @returns its size in bytes
 */
export async function writeArchive(
  path: string,
  entries: AsyncIterable<Entry>,
  { passphrase, signal }: { passphrase: string | null; signal?: AbortSignal },
): Promise<number> {
  const part = `${path}.part`;
  const archive = tar(entries, Date.now());
  let bytes = 0;
  try {
    const file = await open(part, "w", 0o600);
    try {
      for await (const piece of passphrase === null ? archive : seal(archive, passphrase)) {
        signal?.throwIfAborted();
        await file.writeFile(piece);
        bytes += piece.length;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  const folder = await open(dirname(path), "r");
  await folder.sync().finally(() => folder.close());
  return bytes;
}

/** Reads the entries of a file, decrypted where it is encrypted. @throws BackupError when it is damaged or incomplete */
export async function* readArchive(path: string, passphrase: string | null): AsyncGenerator<Entry> {
  yield* untar(unseal(createReadStream(path, { highWaterMark: 256 * 1024 }), passphrase));
}

function unreadable(file: string, cause: unknown): never {
  const code = cause instanceof Error && "code" in cause ? cause.code : "";
  const why =
    code === "ENOENT" ? "is not there" : code === "EACCES" ? "may not be read by this user" : "cannot be read";
  throw new BackupError(`The file ${file}, which BARKER_BACKUP_KEY_FILE names, ${why}.`, cause);
}
