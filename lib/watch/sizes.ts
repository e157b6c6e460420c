import { existsSync } from "node:fs";
import { readdir, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { env } from "@/lib/env";
import { instanceCounts } from "@/lib/instance/reads";
import { idFloor } from "@/lib/ids";
import { read } from "@/lib/neo4j";
import { connectRedis } from "@/lib/redis/tcp";
import { DAY_MS } from "@/lib/time";

const Created = z.object({ barks: z.number(), people: z.number() });
const WEEK_MS = 7 * DAY_MS;

/** The files below a folder. */
interface FolderSize {
  files: number;
  bytes: number;
  /** Bytes of the files that were written in the last seven days. */
  newBytes: number;
}

/** How large this town is, and how fast it grows. Bytes are null where this machine cannot know them. */
export interface Sizes {
  people: number;
  barks: number;
  /** In the last seven days. */
  newPeople: number;
  newBarks: number;
  /** Null when they are on an S3-compatible server. */
  media: FolderSize | null;
  /** The files of Neo4j; null when it is on another machine. */
  database: FolderSize | null;
  /** What Redis holds in memory; null when it does not tell. */
  redisBytes: number | null;
  backups: FolderSize;
  freeBytes: number;
}

/** Measures this town. @param now Unix ms */
export async function measure(now = Date.now()): Promise<Sizes> {
  const { BARKER_DATA: data, BARKER_MEDIA_S3_ENDPOINT } = env();
  const range = { from: idFloor(now - WEEK_MS), to: idFloor(now + DAY_MS) };
  const [counts, created, media, database, backups, disk, redisBytes] = await Promise.all([
    instanceCounts(),
    read("instance/created_between", range, Created),
    BARKER_MEDIA_S3_ENDPOINT ? null : folderSize(join(data, "media"), now),
    existsSync(join(data, "neo4j", "data")) ? folderSize(join(data, "neo4j", "data"), now) : null,
    folderSize(join(data, "backups"), now),
    statfs(data),
    redisMemory(),
  ]);
  const { people: newPeople = 0, barks: newBarks = 0 } = created[0] ?? {};
  return { ...counts, newPeople, newBarks, media, database, redisBytes, backups, freeBytes: disk.bavail * disk.bsize };
}

async function folderSize(folder: string, now: number): Promise<FolderSize> {
  const size = { files: 0, bytes: 0, newBytes: 0 };
  for (const name of await readdir(folder, { recursive: true }).catch(() => [])) {
    // A file may be removed meanwhile.
    const found = await stat(join(folder, name)).catch(() => null);
    if (!found?.isFile()) continue;
    size.files += 1;
    size.bytes += found.size;
    if (found.mtimeMs > now - WEEK_MS) size.newBytes += found.size;
  }
  return size;
}

async function redisMemory(): Promise<number | null> {
  if (env().REDIS_URL === "") return null;
  const redis = connectRedis({ maxRetriesPerRequest: 0, retryStrategy: () => null, lazyConnect: true });
  try {
    await redis.connect();
    const used = /^used_memory:(\d+)/m.exec(await redis.info("memory"))?.[1];
    return used === undefined ? null : Number(used);
  } catch {
    return null;
  } finally {
    redis.disconnect();
  }
}
