import type { Sizes } from "@/lib/watch/reads";
import { bytesInWords } from "@/lib/text/bytes";
import { grouped } from "@/local/operator/backup-words";

/** Sizes as a table for a terminal. */
export function sizesInWords(sizes: Sizes): string {
  const { media, database, redisBytes, backups } = sizes;
  const weekly = media === null ? null : media.newBytes;
  const rows = [
    ["people", grouped(sizes.people), `${grouped(sizes.newPeople)} joined in the last 7 days`],
    ["barks", grouped(sizes.barks), `${grouped(sizes.newBarks)} in the last 7 days`],
    media === null
      ? ["pictures", "elsewhere", "on an S3-compatible server"]
      : [
          "pictures",
          bytesInWords(media.bytes),
          `${grouped(media.files)} files, ${bytesInWords(media.newBytes)} new in 7 days`,
        ],
    database === null
      ? ["Neo4j", "elsewhere", "on another machine or in a volume of its own"]
      : ["Neo4j", bytesInWords(database.bytes), "database and transaction logs"],
    ["Redis", redisBytes === null ? "unknown" : bytesInWords(redisBytes), "in memory"],
    ["backups", bytesInWords(backups.bytes), `${grouped(backups.files)} files in the data folder`],
    ["free", bytesInWords(sizes.freeBytes), weekly ? enoughFor(sizes.freeBytes, weekly) : ""],
  ];
  return rows
    .map(([what = "", size = "", more = ""]) => `${what.padEnd(9)} ${size.padStart(10)}   ${more}`.trimEnd())
    .join("\n");
}

function enoughFor(free: number, weekly: number): string {
  const weeks = Math.floor(free / weekly);
  return weeks > 520
    ? "enough for years of pictures as in the last 7 days"
    : `enough for ${weeks} weeks of pictures as in the last 7 days`;
}
