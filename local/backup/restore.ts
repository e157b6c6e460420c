import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { storage } from "@/lib/media/storage";
import { applySchema } from "@/lib/neo4j/schema";
import { verified, type Manifest } from "@/local/backup/archive/manifest";
import type { Database } from "@/local/backup/database";
import { BackupError } from "@/local/backup/errors";
import { givenPassphrase, readArchive } from "@/local/backup/file";
import { GraphLoader } from "@/local/backup/graph-loader";
import { MEDIA } from "@/local/backup/media";
import { keepSecrets, TownSecrets } from "@/local/backup/secrets";
import { StoredNode, StoredRelationship } from "@/local/backup/values";
import { migrate } from "@/local/schema/migrations";
import { allMigrations } from "@/local/schema/steps";

/** What was restored, and what of it is dangling. */
export interface Restored {
  manifest: Manifest;
  /** Barks of nobody, and other things that the graph's rules forbid, in words. */
  faults: string[];
}

const decompress = promisify<Uint8Array, Buffer>(gunzip);

/**
 * Reads a whole backup and compares it with its checksums, without changing anything.
 * @throws BackupError when it is damaged or incomplete, its passphrase is missing or wrong, or a newer Barker made it
 */
export async function verify(file: string): Promise<Manifest> {
  const manifest = await verified(readArchive(file, await givenPassphrase()));
  const known = new Set(allMigrations().map(({ name }) => name));
  const unknown = manifest.migrations.filter((name) => !known.has(name));
  if (unknown.length === 0) return manifest;
  throw new BackupError(
    `A newer Barker (${manifest.version}) made this backup, and this one cannot read its data: install that version or a newer one.`,
  );
}

/**
 * Restores a backup into an empty database, and its files and secrets into the data folder.
 * @param replace removes what is in the database first
 * @param say gets each step in words
 * @throws BackupError when the backup is damaged, before anything is changed; or when the database is not empty
 */
export async function restore(
  database: Database,
  file: string,
  { replace = false, say = () => undefined }: { replace?: boolean; say?: (line: string) => void } = {},
): Promise<Restored> {
  say("Checking the file …");
  const manifest = await verify(file);
  const loader = new GraphLoader(database);
  if (!(await loader.isEmpty())) {
    if (!replace)
      throw new BackupError(
        "There is a town in this database already. To replace it by the backup, add --replace; what is there is then lost.",
      );
    say("Removing what is in the database …");
    await loader.removeAll();
  }
  await applySchema();
  await loader.begin();
  const passphrase = await givenPassphrase();
  say("Restoring people, barks and everything else of the graph …");
  for await (const { name, bytes } of readArchive(file, passphrase)) {
    if (name.startsWith(`${manifest.graph}/nodes/`)) await loader.addNodes(await linesOf(bytes, StoredNode));
    else if (name.startsWith(`${manifest.graph}/relationships/`))
      await loader.addRelationships(await linesOf(bytes, StoredRelationship));
    else if (name.startsWith(MEDIA)) await storage().put(name.slice(MEDIA.length), bytes);
    else if (name === "secrets.json")
      await keepSecrets(TownSecrets.parse(JSON.parse(Buffer.from(bytes).toString("utf8"))));
  }
  say("Comparing the database with the backup …");
  const faults = await loader.faults(manifest);
  say("Bringing the database up to date …");
  await migrate(allMigrations());
  await loader.end();
  return { manifest, faults };
}

async function linesOf<T>(bytes: Uint8Array, schema: { parse(value: unknown): T }): Promise<T[]> {
  const text = (await decompress(bytes)).toString("utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => schema.parse(JSON.parse(line)));
}
