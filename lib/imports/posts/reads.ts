import { z } from "zod";
import type { ImportLine } from "@/lib/imports/schema";
import { read } from "@/lib/neo4j";

const KeyedBark = z.object({ key: z.string(), id: z.string(), edited: z.boolean(), deleted: z.boolean() });
type KeyedBark = z.infer<typeof KeyedBark>;

/** The barks that imports created under these keys. */
export async function keyedBarks(keys: string[]): Promise<Map<string, KeyedBark>> {
  if (keys.length === 0) return new Map();
  const rows = await read("imports/keyed", { keys }, KeyedBark);
  return new Map(rows.map((row) => [row.key, row]));
}

/** What would become of posts now. A thread of which only some barks are there, as after a crash, is to be completed. */
export async function postOutlook(lines: ImportLine[]): Promise<(line: ImportLine) => Pick<ImportLine, "result">> {
  const found = await keyedBarks(lines.flatMap(({ post }) => post?.keys ?? []));
  return ({ post, barks = [] }) => {
    const there = post?.keys.map((key) => found.get(key)) ?? [];
    if (there.every((bark) => bark === undefined)) return { result: "new" };
    const own = there.filter((bark, index) => bark !== undefined && bark.id === barks[index]);
    if (own.length === there.length) return { result: post?.left ? "partly" : "added" };
    if (own.length > 0) return { result: "new" };
    return { result: there.some((bark) => bark?.deleted) ? "changed" : "there" };
  };
}
