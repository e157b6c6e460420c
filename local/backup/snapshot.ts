import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { constants, gzip, type ZlibOptions } from "node:zlib";
import { z } from "zod";
import { pauseWrites, resumeWrites } from "@/lib/neo4j";
import { LOOK_MS } from "@/lib/neo4j/write";
import type { Entry } from "@/local/backup/archive/tar";
import type { Database } from "@/local/backup/database";
import { BackupError } from "@/local/backup/errors";
import { toStored, type StoredNode, type StoredRelationship } from "@/local/backup/values";

/** What is read in a pause, besides the entries themselves. */
export interface Snapshot {
  /** Unix ms */
  at: number;
  /** The folder of its entries. */
  folder: string;
  nodes: number;
  relationships: number;
  labels: Record<string, number>;
  types: Record<string, number>;
  /** How long (ms) nobody could write. */
  pausedMs: number;
}

const ATTEMPTS = 3;
/** A pause is planned for at least this many nodes and relationships a second; a sixth of what two slow cores read. */
const READ_PER_MS = 10;
const SPARE_MS = 10_000;
/** How long (ms) nothing may be committed before the graph is read, and how long that is waited for. */
const QUIET_MS = 300;
const QUIET_WITHIN_MS = 20_000;
/** Bytes of text in an entry, before it is compressed. */
const ENTRY_BYTES = 4 * 1024 * 1024;
/** What belongs to the running processes and not to the town. */
const OMITTED = "Lease|RedisRun";

const NODES = `MATCH (n:!(${OMITTED})) RETURN id(n) AS id, labels(n) AS labels, properties(n) AS properties`;
const RELATIONSHIPS =
  "MATCH (a)-[r]->(b) RETURN id(a) AS from, type(r) AS type, id(b) AS to, properties(r) AS properties";
const SIZE =
  "CALL { MATCH (n) RETURN count(n) AS nodes } CALL { MATCH ()-[r]->() RETURN count(r) AS relationships } RETURN nodes + relationships AS size";

const Size = z.tuple([z.object({ size: z.bigint() })]);
const Properties = z.record(z.string(), z.unknown());
const NodeRow = z.object({ id: z.bigint(), labels: z.array(z.string()), properties: Properties });
const RelationshipRow = z.object({ from: z.bigint(), type: z.string(), to: z.bigint(), properties: Properties });

const compress = promisify<Buffer, ZlibOptions, Buffer>(gzip);
/** Others wait to write meanwhile. */
const QUICKLY = { level: constants.Z_BEST_SPEED };

/**
 * Reads the whole graph as it was at one moment. Neo4j gives a long reading no snapshot, so all processes pause writing
 * meanwhile; and because somebody could write without Barker, it is read again if anything was committed.
 * @param seen gets each node
 * @param done gets the snapshot; entries of other folders do not count
 * @throws BackupError when others write in spite of the pause, or another backup is being made
 */
export async function* snapshot(
  database: Database,
  seen: (node: StoredNode) => void,
  done: (snapshot: Snapshot) => void,
): AsyncGenerator<Entry> {
  const holder = randomUUID();
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const [{ size }] = Size.parse(await database.run(SIZE));
    const ms = (SPARE_MS + Number(size) / READ_PER_MS) * attempt;
    if (!(await pauseWrites(holder, ms))) throw new BackupError("Another backup is being made: wait for it to end.");
    const begun = performance.now();
    try {
      await sleep(LOOK_MS);
      const before = await quiet(database);
      const [labels, types] = [new Counts(), new Counts()];
      const result = { at: Date.now(), folder: `graph-${attempt}` };
      const nodes = yield* chunks(`${result.folder}/nodes`, nodesOf(database, labels, seen));
      const relationships = yield* chunks(`${result.folder}/relationships`, relationshipsOf(database, types));
      if ((await database.position()) !== before) continue;
      const pausedMs = performance.now() - begun;
      return done({ ...result, nodes, relationships, labels: labels.all, types: types.all, pausedMs });
    } finally {
      await resumeWrites(holder);
    }
  }
  throw new BackupError(
    "Something writes into Neo4j without Barker, so no consistent copy could be made: stop it, or try again later.",
  );
}

/** Waits until nothing has been committed for a moment. @returns the position in the database's history */
async function quiet(database: Database): Promise<string> {
  const end = performance.now() + QUIET_WITHIN_MS;
  for (let before = await database.position(); ;) {
    await sleep(QUIET_MS);
    const now = await database.position();
    if (now === before) return now;
    if (performance.now() > end)
      throw new BackupError(
        "Writing could not be paused: update all processes to this version of Barker, and try again.",
      );
    before = now;
  }
}

async function* nodesOf(
  database: Database,
  counts: Counts,
  seen: (node: StoredNode) => void,
): AsyncGenerator<StoredNode> {
  for await (const row of database.rows(NODES)) {
    const { id, labels, properties } = NodeRow.parse(row);
    const node = { id: Number(id), labels, properties: toStored(properties) };
    labels.forEach((label) => counts.add(label));
    seen(node);
    yield node;
  }
}

async function* relationshipsOf(database: Database, counts: Counts): AsyncGenerator<StoredRelationship> {
  for await (const row of database.rows(RELATIONSHIPS)) {
    const { from, type, to, properties } = RelationshipRow.parse(row);
    counts.add(type);
    yield { from: Number(from), type, to: Number(to), properties: toStored(properties) };
  }
}

/** Packs items as lines of JSON into compressed entries of some megabytes. @returns how many items there were */
async function* chunks(folder: string, items: AsyncIterable<unknown>): AsyncGenerator<Entry, number> {
  let [lines, bytes, count, number]: [string[], number, number, number] = [[], 0, 0, 0];
  const entry = async (): Promise<Entry> => {
    number += 1;
    const name = `${folder}/${String(number).padStart(6, "0")}.ndjson.gz`;
    const packed = await compress(Buffer.from(lines.join(""), "utf8"), QUICKLY);
    [lines, bytes] = [[], 0];
    return { name, bytes: packed };
  };
  for await (const item of items) {
    const line = `${JSON.stringify(item)}\n`;
    lines.push(line);
    bytes += line.length;
    count += 1;
    if (bytes >= ENTRY_BYTES) yield await entry();
  }
  if (lines.length > 0) yield await entry();
  return count;
}

/** Counts by name. */
class Counts {
  readonly all: Record<string, number> = {};

  add(name: string): void {
    this.all[name] = (this.all[name] ?? 0) + 1;
  }
}
