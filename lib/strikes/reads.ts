import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { bounds, type Page } from "@/lib/http/page";
import { read, IdRow } from "@/lib/neo4j";
import { sharedLoader } from "@/lib/redis/cache-invalidation";
import { singleton } from "@/lib/singleton";
import { ManagedRow, StrikeOf, type AccountWarning, type AppealMatter } from "@/lib/strikes/schema";
import { toMatter, toWarning } from "@/lib/strikes/view";

/** All measures against a person, newest first, as they are told of them. */
export async function warningsOf(personId: string): Promise<AccountWarning[]> {
  const now = Date.now();
  return (await read("strikes/of_person", { personId }, StrikeOf)).map((row) => toWarning(row, now));
}

/** The same with who took them, for staff. */
export async function mattersOf(personId: string): Promise<AppealMatter[]> {
  const now = Date.now();
  return (await read("strikes/of_person", { personId }, StrikeOf)).map((row) => toMatter(row, now));
}

/** Measures by id, as their people are told of them; unknown ids are absent. */
export async function warningsById(ids: string[]): Promise<Map<string, AccountWarning>> {
  if (ids.length === 0) return new Map();
  const now = Date.now();
  const rows = await read("strikes/by_id", { ids }, StrikeOf);
  return new Map(rows.map((row) => [row.strike.id, toWarning(row, now)]));
}

/** One measure with its person, or null. */
export async function strikeById(id: string): Promise<StrikeOf | null> {
  return (await read("strikes/by_id", { ids: [id] }, StrikeOf))[0] ?? null;
}

/** A page of the appeals, newest first: those that wait for an answer, or the answered ones. */
export async function appealsPage(page: Page, state: "pending" | "answered"): Promise<AppealMatter[]> {
  const { max, min, ascending } = bounds(page);
  const query = ascending ? ("strikes/appeals_oldest" as const) : ("strikes/appeals" as const);
  const rows = await read(query, { max, min, limit: page.limit, pending: state === "pending" }, StrikeOf);
  const now = Date.now();
  return (ascending ? rows.toReversed() : rows).map((row) => toMatter(row, now));
}

/** People as those see them who act on them, in the requested order; unknown ids are left out. */
export async function managedPeople(ids: string[]): Promise<ManagedRow[]> {
  if (ids.length === 0) return [];
  const rows = await read("strikes/account", { ids: [...new Set(ids)] }, ManagedRow);
  const byId = new Map(rows.map((row) => [row.person.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** One of them. @throws ApiError not_found */
export async function managedPerson(id: string): Promise<ManagedRow> {
  const [row] = await managedPeople([id]);
  if (!row) throw new ApiError("not_found");
  return row;
}

/** How many appeals wait for an answer. */
export async function pendingAppeals(): Promise<number> {
  const [row] = await read("strikes/count_appeals", {}, z.object({ count: z.number() }));
  return row?.count ?? 0;
}

const BarkToDelete = z.object({ id: z.string(), authorId: z.string() });

/** The barks that a measure deletes and that are still there. */
export function barksToDelete(strikeId: string): Promise<z.infer<typeof BarkToDelete>[]> {
  return read("strikes/barks_to_delete", { strikeId }, BarkToDelete);
}

/** The people who are limited now, under the key "all"; a change is heard in all processes. */
export const limitedPeople = singleton("limited-people", () =>
  sharedLoader<string[]>("limited-people", {
    strict: true,
    ttl: 60_000,
    size: 1,
    load: async (keys) => {
      const ids = (await read("strikes/limited", {}, IdRow)).map(({ id }) => id);
      return new Map(keys.map((key) => [key, ids]));
    },
  }),
);

const Addressee = z.object({ handle: z.string(), email: z.string() });

/** Where somebody gets mail, suspended or not; null without a confirmed address. */
export async function strikeAddressee(personId: string): Promise<z.infer<typeof Addressee> | null> {
  const [row] = await read("strikes/addressee", { personId }, Addressee);
  return row ?? null;
}
