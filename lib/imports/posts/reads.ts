import { z } from "zod";
import type { ImportLine, ImportedPost, LineResult } from "@/lib/imports/schema";
import { read } from "@/lib/neo4j";
import { townWords, type TownWords } from "@/lib/settings/reads";

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
  const [found, words] = await Promise.all([keyedBarks(lines.flatMap(({ post }) => post?.keys ?? [])), townWords()]);
  return ({ post, barks = [] }) => {
    const there = post?.keys.map((key) => found.get(key)) ?? [];
    if (there.every((bark) => bark === undefined)) return { result: post ? newOf(post, words) : "new" };
    const own = there.filter((bark, index) => bark !== undefined && bark.id === barks[index]);
    if (own.length === there.length) return { result: post?.left ? "partly" : "added" };
    if (own.length > 0) return { result: "new" };
    return { result: there.some((bark) => bark?.deleted) ? "changed" : "there" };
  };
}

/** The outlook of a post that is not there: nobody can wait for the staff with a post of the past. */
function newOf({ texts, spoiler, pictures, audience }: ImportedPost, { blocked, held }: TownWords): LineResult {
  const said = [...texts, spoiler, ...pictures.map(({ description }) => description)];
  if (blocked(said).length > 0) return "not_allowed";
  return audience !== "private" && held(said).length > 0 ? "held" : "new";
}
