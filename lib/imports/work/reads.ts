import { z } from "zod";
import { readWithoutViewer } from "@/lib/barks/reads";
import { barkOf } from "@/lib/barks/rules";
import { outlookOf, type Tie } from "@/lib/imports/rules";
import type { ImportKind, ImportLine } from "@/lib/imports/schema";
import { postOutlook } from "@/lib/imports/posts/reads";
import type { TableKind } from "@/lib/imports/table";
import { listsOf } from "@/lib/lists/reads";
import { read } from "@/lib/neo4j";
import { composed } from "@/lib/text/composed";

const Found = z.object({ key: z.string(), id: z.string() });
const TieRow = z.object({
  id: z.string(),
  tie: z.object({
    isSelf: z.boolean(),
    follow: z.string().nullable(),
    followAsked: z.string().nullable(),
    request: z.string().nullable(),
    block: z.string().nullable(),
    blockedBy: z.boolean(),
    mute: z.string().nullable(),
  }),
});
const Listed = z.object({ list: z.string(), person: z.string(), edge: z.string() });
const Bookmarked = z.object({ id: z.string(), edge: z.string() });

const targetsOf = (lines: ImportLine[]) => [...new Set(lines.flatMap(({ target }) => target ?? []))];

/** Lines with the people or barks that they lead to; what leads nowhere is `unknown`. */
export async function withTargets(personId: string, kind: ImportKind, lines: ImportLine[]): Promise<ImportLine[]> {
  // Posts have their keys from the beginning.
  const keys = [...new Set(lines.flatMap(({ key }) => key ?? []))];
  if (keys.length === 0) return lines;
  const found = kind === "bookmarks" ? await visibleBarks(personId, keys) : await people(keys);
  return lines.map((line) => {
    if (line.key === undefined) return line;
    const target = found.get(line.key);
    return target === undefined ? { ...line, result: "unknown" } : { ...line, target };
  });
}

async function people(keys: string[]): Promise<Map<string, string>> {
  const rows = await read("imports/handles", { keys, now: Date.now() }, Found);
  return new Map(rows.map(({ key, id }) => [key, id]));
}

/** The barks that a person may see, by the ids that were asked for: for a rebark, its original. */
async function visibleBarks(personId: string, ids: string[]): Promise<Map<string, string>> {
  const statuses = await readWithoutViewer(personId, ids);
  return new Map(statuses.map((status) => [status.id, barkOf(status).id]));
}

/** What would become of lines with a target now; others keep their result. */
export async function withOutlook(personId: string, kind: ImportKind, lines: ImportLine[]): Promise<ImportLine[]> {
  const targets = targetsOf(lines);
  if (targets.length === 0) return lines;
  const outlook = kind === "posts" ? await postOutlook(lines) : await OUTLOOKS[kind](personId, targets);
  return lines.map((line) => (line.target === undefined ? line : { ...line, ...outlook(line, line.target) }));
}

type Outlook = (line: ImportLine, target: string) => Pick<ImportLine, "result" | "listId" | "made">;

const OUTLOOKS: Record<TableKind, (personId: string, targets: string[]) => Promise<Outlook>> = {
  follows: (personId, targets) => amongPeople("follows", personId, targets),
  blocks: (personId, targets) => amongPeople("blocks", personId, targets),
  mutes: (personId, targets) => amongPeople("mutes", personId, targets),
  lists: onLists,
  bookmarks: amongBarks,
};

async function amongPeople(
  kind: "follows" | "blocks" | "mutes" | "lists",
  personId: string,
  ids: string[],
): Promise<Outlook> {
  const rows = await read("imports/ties", { personId, ids, now: Date.now() }, TieRow);
  const ties = new Map<string, Tie>(rows.map(({ id, tie }) => [id, tie]));
  return (line, target) => ({ result: outlookOf(kind, line, ties.get(target)) });
}

async function onLists(personId: string, ids: string[]): Promise<Outlook> {
  const [ofPerson, lists, entries] = await Promise.all([
    amongPeople("lists", personId, ids),
    listsByTitle(personId),
    read("imports/listed", { personId, ids }, Listed),
  ]);
  const edges = new Map(entries.map(({ list, person, edge }) => [`${list} ${person}`, edge]));
  return (line, target) => {
    const list = lists.get(composed(line.list ?? ""));
    const edge = edges.get(`${list} ${target}`);
    if (edge === undefined) return ofPerson(line, target);
    // Added by a process that stopped before it could say so; undoing needs to know the list.
    return edge === line.id ? { result: "added", listId: list, made: list === line.listId } : { result: "there" };
  };
}

/** The ids of a person's lists; of several with one title, the oldest. */
export async function listsByTitle(personId: string): Promise<Map<string, string>> {
  const lists = await listsOf(personId);
  return new Map(lists.toReversed().map(({ title, id }) => [title, id]));
}

async function amongBarks(personId: string, ids: string[]): Promise<Outlook> {
  const [seen, rows] = await Promise.all([
    visibleBarks(personId, ids),
    read("imports/bookmarked", { personId, ids }, Bookmarked),
  ]);
  const edges = new Map(rows.map(({ id, edge }) => [id, edge]));
  return (line, target) => {
    const edge = edges.get(target);
    if (edge !== undefined) return { result: edge === line.id ? "added" : "there" };
    return { result: seen.has(target) ? "new" : "unknown" };
  };
}
