import { z } from "zod";
import type { Manifest } from "@/local/backup/archive/manifest";
import type { Database } from "@/local/backup/database";
import { fromStored, type StoredNode, type StoredRelationship } from "@/local/backup/values";
import { UNFINISHED_RESTORE } from "@/local/schema/migrations";

/** Items per transaction. */
const BATCH = 2_000;
/** What setting up an empty database and running processes leave there. */
const NOT_OF_A_TOWN = "Migration|Lease|RedisRun";

const Ids = z.array(z.object({ id: z.bigint(), elementId: z.string() }));
const Count = z.tuple([z.object({ count: z.bigint() })]);

/** What no graph of Barker contains, in words, with the query that counts it. */
const FAULTS: Record<string, string> = {
  "barks without an author": "MATCH (b:Bark) WHERE NOT (b)<-[:BARKED|RETRACTED|REBARKED]-() RETURN count(b) AS count",
  "rebarks of nothing": "MATCH (b:Rebark) WHERE NOT (b)-[:OF]->() RETURN count(b) AS count",
  "versions of no bark": "MATCH (v:Version) WHERE NOT (v)<-[:WAS]-() RETURN count(v) AS count",
  "devices of no account":
    "MATCH (d:KeyDevice) WHERE NOT (d)<-[:HAS_DEVICE|HAD_DEVICE]-(:KeyAccount) RETURN count(d) AS count",
  "constraints and indexes that are not online":
    "SHOW INDEXES YIELD state WHERE state <> 'ONLINE' RETURN count(*) AS count",
};

/** Loads the graph of a backup into a database. */
export class GraphLoader {
  readonly #database: Database;
  /** The element ids in this database, by the ids in the backup. */
  readonly #ids: string[] = [];

  constructor(database: Database) {
    this.#database = database;
  }

  /** Whether the database has no town in it. */
  async isEmpty(): Promise<boolean> {
    return (await this.#count(`MATCH (n:!(${NOT_OF_A_TOWN})) WITH n LIMIT 1 RETURN count(n) AS count`)) === 0;
  }

  /** Removes everything but constraints and indexes. */
  async removeAll(): Promise<void> {
    await this.#database.runAlone("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS");
  }

  /** Marks the database as incomplete until `end`. The migrations of the backup replace those of an empty database. */
  async begin(): Promise<void> {
    await this.#database.run(`MATCH (n:${NOT_OF_A_TOWN}) DELETE n`);
    await this.#database.run("CREATE (:Migration {name: $name})", { name: UNFINISHED_RESTORE });
  }

  async end(): Promise<void> {
    await this.#database.run("MATCH (m:Migration {name: $name}) DELETE m", { name: UNFINISHED_RESTORE });
  }

  async addNodes(nodes: StoredNode[]): Promise<void> {
    for (const batch of batches(nodes)) {
      const rows = batch.map(({ id, labels, properties }) => ({
        id: BigInt(id),
        labels,
        properties: fromStored(properties),
      }));
      const created = await this.#database.run(
        "UNWIND $rows AS row CREATE (n:$(row.labels)) SET n = row.properties RETURN row.id AS id, elementId(n) AS elementId",
        { rows },
      );
      for (const { id, elementId } of Ids.parse(created)) this.#ids[Number(id)] = elementId;
    }
  }

  /** To be called after the nodes. */
  async addRelationships(relationships: StoredRelationship[]): Promise<void> {
    for (const batch of batches(relationships)) {
      const rows = batch.map(({ from, type, to, properties }) => ({
        from: this.#ids[from],
        type,
        to: this.#ids[to],
        properties: fromStored(properties),
      }));
      await this.#database.run(
        `UNWIND $rows AS row
         MATCH (a) WHERE elementId(a) = row.from
         MATCH (b) WHERE elementId(b) = row.to
         CREATE (a)-[r:$(row.type)]->(b) SET r = row.properties`,
        { rows },
      );
    }
  }

  /** Compares the graph with the manifest and with its own rules. @returns what differs, in words */
  async faults({ labels, types }: Manifest): Promise<string[]> {
    const faults: string[] = [];
    const compare = (what: string, found: number, expected: number) => {
      if (found !== expected) faults.push(`${found} ${what} instead of ${expected}`);
    };
    for (const [label, expected] of Object.entries(labels))
      // The mark of a restore that is not finished is one, too.
      if (label !== "Migration")
        compare(label, await this.#count(`MATCH (n:\`${label}\`) RETURN count(n) AS count`), expected);
    for (const [type, expected] of Object.entries(types))
      compare(type, await this.#count(`MATCH ()-[r:\`${type}\`]->() RETURN count(r) AS count`), expected);
    for (const [what, query] of Object.entries(FAULTS)) {
      const found = await this.#count(query);
      if (found > 0) faults.push(`${found} ${what}`);
    }
    return faults;
  }

  async #count(query: string): Promise<number> {
    const [{ count }] = Count.parse(await this.#database.run(query));
    return Number(count);
  }
}

function* batches<T>(items: T[]): Generator<T[]> {
  for (let from = 0; from < items.length; from += BATCH) yield items.slice(from, from + BATCH);
}
