import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Redis } from "ioredis";
import { env } from "@/lib/env";
import { driver } from "@/lib/neo4j";

/** The forms in which bytes may lie in a store: as they are, and in base64 at each of its three alignments. */
function formsOf(secret: Uint8Array): Buffer[] {
  const whole = Buffer.from(secret);
  const encoded = [0, 1, 2].flatMap((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), whole]).toString("base64");
    // What depends on the bytes around it is left out.
    const inner = text.slice(shift === 0 ? 0 : 4, -4);
    return [inner, inner.replaceAll("+", "-").replaceAll("/", "_")];
  });
  const texts = [whole.toString("hex"), ...encoded].filter((text) => text.length >= 8);
  return [whole, ...texts.map((text) => Buffer.from(text))];
}

/** Everything that the stores and the files of this instance hold, piece by piece. */
async function* pieces(): AsyncGenerator<[where: string, bytes: Buffer]> {
  const session = driver().session({ database: env().NEO4J_DATABASE });
  try {
    for (const query of ["MATCH (n) RETURN properties(n) AS all", "MATCH ()-[r]->() RETURN properties(r) AS all"]) {
      const { records } = await session.run(query);
      for (const record of records) yield ["Neo4j", bytesIn(record.get("all"))];
    }
  } finally {
    await session.close();
  }
  const redis = new Redis(env().REDIS_URL ?? "");
  for await (const keys of redis.scanBufferStream({ count: 1000 })) {
    for (const key of keys as Buffer[]) {
      yield ["Redis", key];
      const values = await valuesOf(redis, key);
      yield [`Redis ${key.toString("latin1")}`, values];
    }
  }
  redis.disconnect();
  for (const folder of ["media", "logs"]) yield* filesIn(join(env().BARKER_DATA, folder));
}

/** The values of a key as they were written: a dump would compress them. */
async function valuesOf(redis: Redis, key: Buffer): Promise<Buffer> {
  const type = await redis.type(key);
  const flat = (value: unknown): Buffer[] =>
    Array.isArray(value) ? value.flatMap(flat) : Buffer.isBuffer(value) ? [value] : [];
  const read: Record<string, () => Promise<unknown>> = {
    string: () => redis.getBuffer(key),
    hash: () => redis.callBuffer("HGETALL", key),
    list: () => redis.lrangeBuffer(key, 0, -1),
    set: () => redis.smembersBuffer(key),
    zset: () => redis.zrangeBuffer(key, "0", "-1"),
    stream: () => redis.xrangeBuffer(key, "-", "+"),
  };
  return Buffer.concat(flat(await read[type]?.()));
}

function* filesIn(folder: string): Generator<[string, Buffer]> {
  const names = statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder, { recursive: true }) : [];
  for (const name of names) {
    const path = join(folder, String(name));
    if (statSync(path).isFile()) yield [path, readFileSync(path)];
  }
}

/** All strings and bytes in a value of the graph. */
function bytesIn(value: unknown): Buffer {
  if (typeof value === "string") return Buffer.from(value);
  if (value instanceof Int8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if (typeof value !== "object" || value === null) return Buffer.alloc(0);
  return Buffer.concat(Object.values(value).flatMap((part) => [bytesIn(part), Buffer.from("\n")]));
}

/** Where any of these secrets can be read in what the server keeps. */
export async function whereIs(secrets: readonly (string | Uint8Array)[]): Promise<string[]> {
  const forms = secrets.flatMap((secret) => formsOf(typeof secret === "string" ? Buffer.from(secret) : secret));
  const found = new Set<string>();
  for await (const [where, bytes] of pieces()) {
    for (const form of forms) if (bytes.includes(form)) found.add(`${where}: ${form.toString("latin1")}`);
  }
  return [...found];
}
