import { z } from "zod";
import { endSessions } from "@/lib/auth/writes";
import { barkViews, readWithoutViewer } from "@/lib/barks/reads";
import { enqueueJob } from "@/lib/delivery/writes";
import { ApiError, invalid } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { write, read, IdRow } from "@/lib/neo4j";
import { findPersonId } from "@/lib/people/reads";
import { handleKey } from "@/lib/people/rules";
import { announceBarkChange } from "@/lib/realtime/writes";
import { actorRow, logEntry } from "@/lib/staff/reads";
import { mayActAgainst } from "@/lib/staff/rules";
import type { StaffActor } from "@/lib/staff/schema";
import { tellAnswer, tellMeasure } from "@/lib/strikes/notices";
import { limitedPeople, managedPerson, strikeById } from "@/lib/strikes/reads";
import { APPEAL_MS, appealFault, closesAccount, isAboutBarks, type AppealFault } from "@/lib/strikes/rules";
import type { Lasting, ManagedRow, NewMeasure, StruckBark } from "@/lib/strikes/schema";

/** When a suspended person's handle would be released: never. */
const HELD = Date.UTC(9999, 0, 1);
const Handle = z.object({ handle: z.string() });
const PersonId = z.object({ personId: z.string() });
/** How many of an author's newest barks are read again at once after a measure; others are within a second. */
const REREAD = 200;

/**
 * Takes a measure against a person. It commits with its entry in the log; the person is told, and barks that it deletes
 * are gone, when the worker delivers it.
 * @returns the id of the measure
 * @throws ApiError not_found; forbidden for owners, and for other staff unless an owner acts; invalid without barks where
 *   it is about barks
 */
export async function takeMeasure(actor: StaffActor, personId: string, input: NewMeasure): Promise<string> {
  const { measure, text } = input;
  const managed = await mayAct(actor, personId);
  const barks = await barksOf(personId, input.barkIds ?? []);
  if (isAboutBarks(measure) && barks.length === 0) throw invalid("bark_ids", "ERR_BLANK", "Choose at least one bark.");
  const { person } = managed;
  const id = newId();
  const about = { barkIds: barks.map((bark) => bark.id), barkTexts: barks.map((bark) => bark.text) };
  const strike = { id, at: Date.now(), measure, text, by: actor.name, ...about };
  const entry = logEntry(actor, measure, { whom: person, subject: input.reportId ?? null, note: text });
  if (closesAccount(measure)) await endSessions(personId);
  const [row] = await write("strikes/take", { personId, strike, entry, held: HELD }, Handle);
  if (!row) throw new ApiError("not_found");
  if (closesAccount(measure)) await endSessions(personId);
  enqueueJob({ outboxId: id, kind: "strike", actorId: personId, subjectId: id });
  await forget(personId, about.barkIds);
  // The command line ends before a mail would be sent.
  if (actor.id !== null) tellMeasure(personId, measure, text);
  return id;
}

/**
 * Lifts a kind of measure from a person, whenever it was taken; a no-op that is logged when it is not in force.
 * @throws ApiError not_found; forbidden as for `takeMeasure`
 */
export async function liftMeasure(actor: StaffActor, personId: string, measure: Lasting, note = ""): Promise<void> {
  const { person } = await mayAct(actor, personId);
  const entry = logEntry(actor, "lift", { whom: person, note: note === "" ? measure : `${measure}: ${note}` });
  const [row] = await write("strikes/lift", { personId, measure, at: Date.now(), entry }, Handle);
  if (!row) throw new ApiError("not_found");
  await forget(personId, []);
}

const FAULTS: Record<AppealFault, string> = {
  appealed: "You have appealed against this already.",
  lifted: "This is no longer in force.",
  late: "You could appeal against this for twenty days.",
};

/**
 * Stores a person's appeal against a measure.
 * @throws ApiError not_found when it is not theirs; invalid when they may not appeal
 */
export async function appeal(personId: string, strikeId: string, text: string): Promise<void> {
  const found = await strikeById(strikeId);
  if (found?.person.id !== personId) throw new ApiError("not_found");
  const now = Date.now();
  const fault = appealFault(found.strike, now);
  if (fault) throw invalid("text", "ERR_INVALID", FAULTS[fault]);
  const params = { personId, strikeId, text, at: now, since: now - APPEAL_MS };
  const [row] = await write("strikes/appeal", params, IdRow);
  if (!row) throw invalid("text", "ERR_INVALID", FAULTS.appealed);
}

/**
 * Answers an appeal that waits: an approved one lifts the measure, as far as it can be lifted.
 * @throws ApiError not_found; forbidden as for `takeMeasure`; conflict when it was answered meanwhile
 */
export async function answerAppeal(
  actor: StaffActor,
  strikeId: string,
  { approve, text }: { approve: boolean; text: string },
): Promise<void> {
  const found = await strikeById(strikeId);
  if (!found) throw new ApiError("not_found");
  await mayAct(actor, found.person.id);
  const act = approve ? "appeal_approved" : "appeal_rejected";
  const entry = logEntry(actor, act, { whom: found.person, subject: strikeId, note: text });
  const [row] = await write("strikes/answer", { strikeId, approve, text, at: Date.now(), entry }, PersonId);
  if (!row) throw new ApiError("conflict");
  await forget(row.personId, found.strike.barkIds);
  tellAnswer(row.personId, text);
}

/**
 * Suspends or readmits somebody by their handle, at the command line.
 * @returns their handle, or null when there is no such person
 */
export async function suspendByHandle(actor: StaffActor, handle: string, suspended: boolean): Promise<string | null> {
  const id = suspended ? await findPersonId(handle) : await suspendedId(handle);
  if (id === null) return null;
  if (suspended) await takeMeasure(actor, id, { measure: "suspend", text: "" });
  else await liftMeasure(actor, id, "suspend");
  return (await managedPerson(id)).person.handle;
}

async function suspendedId(handle: string): Promise<string | null> {
  const key = handleKey(handle.replace(/^@/, ""));
  return (await read("strikes/suspended_by_handle", { handleKey: key }, IdRow))[0]?.id ?? null;
}

/** Makes all processes read again who is limited, and the person's newest barks; and clients the barks it is about. */
async function forget(personId: string, barkIds: string[]): Promise<void> {
  const newest = await read("strikes/newest_barks", { personId, limit: REREAD }, IdRow);
  await Promise.all([
    limitedPeople().forgetEverywhere(["all"]),
    barkViews().forgetEverywhere([...newest.map(({ id }) => id), ...barkIds]),
  ]);
  for (const id of barkIds) await announceBarkChange(id, "edited").catch(() => undefined);
}

async function mayAct(actor: StaffActor, personId: string): Promise<ManagedRow> {
  const [managed, own] = await Promise.all([managedPerson(personId), actorRow(actor)]);
  if (actor.id === personId || !mayActAgainst(own, managed.staff)) {
    throw new ApiError("forbidden", { message: "Only an owner may act against staff, and nobody against an owner." });
  }
  return managed;
}

/** Those of some barks that are the person's, with their present texts. */
async function barksOf(personId: string, ids: string[]): Promise<StruckBark[]> {
  const statuses = await readWithoutViewer(null, [...new Set(ids)]);
  const own = statuses.filter(({ account, reblog }) => account.id === personId && reblog === null);
  return own.map(({ id, text, spoiler_text: note }) => ({ id, text: [note, text].filter(Boolean).join("\n\n") }));
}
