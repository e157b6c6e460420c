import { z } from "zod";
import { readStatuses } from "@/lib/barks/reads";
import { ApiError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { write, IdRow } from "@/lib/neo4j";
import { findPerson } from "@/lib/people/reads";
import { report } from "@/lib/reports/reads";
import type { NewReport, Report, ReportCategory } from "@/lib/reports/schema";
import { toReport } from "@/lib/reports/view";
import { logEntry } from "@/lib/staff/reads";
import type { StaffActor } from "@/lib/staff/schema";

const Filed = z.object({ named: z.number() });

/**
 * Files a report about a person for the people who run this town, with the current text of the barks it names.
 * @throws ApiError not_found when there is no such person, or a bark is not theirs or hidden; forbidden for oneself
 */
export async function fileReport(viewerId: string, input: NewReport): Promise<Report> {
  if (input.account_id === viewerId) throw new ApiError("forbidden", { message: "You cannot report yourself." });
  const barkIds = [...new Set(input.status_ids)];
  const [person, barks] = await Promise.all([findPerson(input.account_id), readStatuses(viewerId, barkIds)]);
  if (!person || barks.length < barkIds.length) throw new ApiError("not_found");
  if (!barks.every(({ account }) => account.id === person.id)) throw new ApiError("not_found");
  const at = Date.now();
  const category = input.category ?? (input.rule_ids.length > 0 ? "violation" : "other");
  const filed = { id: newId(), at, category, comment: input.comment, ruleIds: input.rule_ids };
  const [row] = await write(
    "reports/create",
    { reporterId: viewerId, personId: person.id, report: filed, barkIds },
    Filed,
  );
  if (!row) throw new ApiError("not_found");
  return toReport(filed, barkIds, person);
}

/**
 * Resolves a report; repeated, it keeps the first time.
 * @throws ApiError not_found
 */
export async function resolveReport(actor: StaffActor, id: string): Promise<void> {
  await change("resolve", actor, id, { byId: actor.id, by: actor.name });
}

/** Opens a resolved report again. @throws ApiError not_found */
export async function reopenReport(actor: StaffActor, id: string): Promise<void> {
  await change("reopen", actor, id, {});
}

/** Assigns a report to the actor, or to nobody. @throws ApiError not_found */
export async function assignReport(actor: StaffActor, id: string, assigned: boolean): Promise<void> {
  await change(assigned ? "assign" : "unassign", actor, id, { personId: assigned ? actor.id : null });
}

/** Changes what a report says is wrong. @throws ApiError not_found */
export async function recategorise(
  actor: StaffActor,
  id: string,
  { category, ruleIds }: { category?: ReportCategory | undefined; ruleIds?: string[] | undefined },
): Promise<void> {
  const found = await report(id, actor.id);
  if (!found) throw new ApiError("not_found");
  const changed = { category: category ?? found.category, ruleIds: ruleIds ?? found.ruleIds };
  await change("recategorise", actor, id, changed, changed.category);
}

/** Adds a note for other members of the staff to a report. @throws ApiError not_found */
export async function addNote(actor: StaffActor, id: string, text: string): Promise<void> {
  const found = await report(id, actor.id);
  if (!found) throw new ApiError("not_found");
  const note = { id: newId(), at: Date.now(), by: actor.name, text };
  const entry = logEntry(actor, "note", { whom: found.about, subject: id });
  const [row] = await write("reports/add_note", { id, note, entry }, IdRow);
  if (!row) throw new ApiError("not_found");
}

const QUERIES = {
  resolve: "reports/resolve",
  reopen: "reports/reopen",
  assign: "reports/assign",
  unassign: "reports/assign",
  recategorise: "reports/recategorise",
} as const;

async function change(
  act: keyof typeof QUERIES,
  actor: StaffActor,
  id: string,
  params: Record<string, unknown>,
  note = "",
): Promise<void> {
  const found = await report(id, actor.id);
  if (!found) throw new ApiError("not_found");
  const entry = logEntry(actor, act, { whom: found.about, subject: id, note });
  const [row] = await write(QUERIES[act], { id, at: Date.now(), entry, ...params }, IdRow);
  if (!row) throw new ApiError("not_found");
}
