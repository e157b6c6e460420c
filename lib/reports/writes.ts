import { z } from "zod";
import { endSessions } from "@/lib/auth/writes";
import { readStatuses } from "@/lib/barks/reads";
import { ApiError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { write, IdRow } from "@/lib/neo4j";
import { findPerson, findPersonId } from "@/lib/people/reads";
import { handleKey } from "@/lib/people/rules";
import type { NewReport, Report } from "@/lib/reports/schema";
import { toReport } from "@/lib/reports/view";

const Filed = z.object({ named: z.number() });

/**
 * Files a report about a person for the operator, with the current text of the barks it names.
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
  const report = { id: newId(), at, category, comment: input.comment, ruleIds: input.rule_ids };
  const [row] = await write("reports/create", { reporterId: viewerId, personId: person.id, report, barkIds }, Filed);
  if (!row) throw new ApiError("not_found");
  return toReport(report, barkIds, person);
}

/** Resolves a report. False when there is none with that id. */
export async function resolveReport(id: string): Promise<boolean> {
  return (await write("reports/resolve", { id, at: Date.now() }, IdRow)).length > 0;
}

/** When a suspended person's handle would be released: never. */
const HELD = Date.UTC(9999, 0, 1);
const Named = z.object({ id: z.string(), handle: z.string() });

/**
 * Suspends a person: they are signed out everywhere and cannot sign in, and nothing of theirs is shown.
 * @returns their handle, or null when there is no such person
 */
export async function suspend(handle: string): Promise<string | null> {
  const personId = await findPersonId(handle);
  const person = personId === null ? null : await findPerson(personId);
  if (!person) return null;
  await endSessions(person.id);
  const params = { handleKey: handleKey(person.handle), at: Date.now(), held: HELD };
  const [row] = await write("reports/suspend_person", params, Named);
  return row?.handle ?? null;
}

/** Lifts a suspension and restores everything. @returns their handle, or null when there is no such person */
export async function unsuspend(handle: string): Promise<string | null> {
  const params = { handleKey: handleKey(handle.replace(/^@/, "")) };
  const [row] = await write("reports/unsuspend_person", params, Named);
  return row?.handle ?? null;
}
