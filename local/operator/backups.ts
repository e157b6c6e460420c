import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { backUp } from "@/local/backup/backup";
import { openDatabase, type Database } from "@/local/backup/database";
import { BackupError } from "@/local/backup/errors";
import { restore, verify } from "@/local/backup/restore";
import { ofBackup, ofManifest, ofRestore } from "@/local/operator/backup-words";

/** The commands about backups. Each gets its arguments and returns the exit code. */
export const backupCommands = {
  backup: (given: string[]) =>
    reporting(async () => {
      const { values, positionals } = parseArgs({
        args: given,
        allowPositionals: true,
        options: { keep: { type: "string" } },
      });
      const keep = values.keep === undefined ? undefined : Number(values.keep);
      if (keep !== undefined && !(Number.isInteger(keep) && keep > 0))
        throw new BackupError("--keep needs a number of backups, 1 or more.");
      const signal = interrupted();
      const made = await withDatabase((database) =>
        backUp(database, { to: positionals[0] && pathOf(positionals[0]), keep, signal }),
      );
      return ofBackup(made);
    }),
  verify: ([file = ""]: string[]) => reporting(async () => ofManifest(await verify(named(file)))),
  restore: (given: string[]) =>
    reporting(async () => {
      const { values, positionals } = parseArgs({
        args: given,
        allowPositionals: true,
        options: { replace: { type: "boolean", default: false } },
      });
      const file = named(positionals[0] ?? "");
      return ofRestore(await withDatabase((database) => restore(database, file, { ...values, say: console.log })));
    }),
};

function named(file: string): string {
  if (file === "") throw new BackupError("Which file? Give its path.");
  return pathOf(file);
}

/** A path as the operator means it: bin/barker runs this program in the repository's root. */
function pathOf(given: string): string {
  const path = resolve(process.env["INIT_CWD"] ?? "", given);
  return given.endsWith("/") ? `${path}/` : path;
}

/** Prints what a command did, or why it could not. @returns the exit code */
async function reporting(work: () => Promise<string>): Promise<number> {
  try {
    console.log(await work());
    return 0;
  } catch (error) {
    console.error(sentenceOf(error));
    return 1;
  }
}

async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = openDatabase();
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Ctrl-C ends a backup in order, so that writing goes on at once and no half file is left. */
function interrupted(): AbortSignal {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const)
    process.once(name, () => controller.abort(new BackupError("The backup was interrupted; nothing was kept of it.")));
  return controller.signal;
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof BackupError) return error.message;
  const code = "code" in error ? error.code : "";
  if (code === "ENOSPC") return "The disk is full: make some room, or choose another folder.";
  if (code === "ENOENT") return `There is no such file: ${"path" in error ? String(error.path) : ""}`;
  if (code === "EROFS") return `A file cannot be written: ${error.message}`;
  if (code === "EACCES")
    return `A file cannot be read or written by this user: ${"path" in error ? String(error.path) : error.message}. Call bin/barker as the user who owns it, or give it with chown to the user who runs Barker.`;
  return `It failed: ${error.message}`;
}
