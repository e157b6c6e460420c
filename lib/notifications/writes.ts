import { z } from "zod";
import { factsOf, PersonsAlert, type Facts } from "@/lib/effects/reads";
import type { JobMessage } from "@/lib/delivery/schema";
import { newId, MAX_ID } from "@/lib/ids";
import { read, readTogether, write, IdRow } from "@/lib/neo4j";
import { cachedAlerts } from "@/lib/notifications/cache";
import { alertSuffix, encodeAlert } from "@/lib/notifications/members";
import { dedupeByPriority, toldEdits } from "@/lib/notifications/rules";
import { type AlertTypesChange } from "@/lib/notifications/input";
import { Alert, type AlertKind, ALERT_KINDS, type Policy, TYPES } from "@/lib/notifications/schema";
import { prefsLoader } from "@/lib/notifications/graph";
import { redis } from "@/lib/redis";
import { keys } from "@/lib/redis/keys";

/** The number of people per script call, as for barks. */
const CHUNK = 300;
/** The maximum number of dismissed alerts that are remembered. */
const DISMISSED = 2_000;

const OfBark = z.object({ alert: PersonsAlert });
const Tied = Alert.pick({ id: true, kind: true, actorId: true }).extend({ personId: z.string() });
const Mentioned = z.object({ personId: z.string(), id: z.string(), stands: z.boolean() });
const Edits = z.object({ actorId: z.string(), since: z.string().nullable(), edits: z.array(z.string()) });
const Follower = z.object({ personId: z.string(), actorId: z.string(), since: z.string(), edits: z.array(z.string()) });

/** An alert that exists, new or not. */
export interface DeliveredAlert {
  personId: string;
  alert: Alert;
}

/** A change of one person's list: one alert is kept or added (silently or with a live event), another is removed, by
 * its id or its suffix. */
interface Step {
  personId: string;
  gone?: string;
  alert?: Alert;
  isOld?: boolean;
}

/**
 * Updates the cached alerts of everybody a job concerns to match the graph, and sends new ones to connected people.
 * Idempotent: a second run changes and sends nothing.
 * @returns the existing alerts that the job is about, new or not
 */
export async function notify(job: JobMessage, facts: Facts = factsOf(job)): Promise<DeliveredAlert[]> {
  switch (job.kind) {
    case "bark":
      return settle(afterBark((await facts.recipients)?.alerts ?? (await alertsOfBark(job.subjectId))));
    case "edit":
      return settle(await afterEdit(job.subjectId, job.outboxId, job.actorId));
    case "like":
      return settle(await afterAct("like", job.subjectId, job, facts));
    case "react":
      return settle(await afterAct("reaction", job.subjectId, job, facts));
    case "rebark":
      return settle(await afterAct("rebark", job.of ?? job.subjectId, job, facts));
    case "unlike":
      return settle(await afterUndoing("like", job, facts));
    case "unreact":
      return settle(await afterUndoing("reaction", job, facts));
    case "unrebark":
      return settle(await afterUndoing("rebark", job, facts));
    case "poll":
      return settle((await read("notifications/after_poll", { barkId: job.subjectId }, PersonsAlert)).map(toStep));
    case "strike":
      return settle([{ personId: job.actorId, alert: warningOf(job) }]);
    case "delete":
      // Alerts about a bark that the recipient cannot see are not sent.
      return [];
    default:
      return settle(await between(job.actorId, job.subjectId));
  }
}

const toStep = ({ personId, ...alert }: PersonsAlert): Step => ({ personId, alert });

/** A measure is an alert of the person against whom it was taken. */
const warningOf = ({ actorId, subjectId }: JobMessage): Alert => ({
  id: subjectId,
  kind: "warning",
  actorId,
  barkId: null,
  emoji: null,
});

async function alertsOfBark(barkId: string): Promise<PersonsAlert[]> {
  return (await readTogether("notifications/after_bark", { barkId }, OfBark)).map(({ alert }) => alert);
}

function afterBark(rows: PersonsAlert[]): Step[] {
  const people = new Set(rows.map(({ personId }) => personId));
  return [...people].flatMap((personId) => {
    const alerts = rows.filter((row) => row.personId === personId);
    return dedupeByPriority(alerts).map((alert) => ({ personId, alert }));
  });
}

/**
 * People involved with the bark get the edit, and newly mentioned ones the mention. All alerts about the bark are
 * recomputed for everybody who is or was mentioned: without the mention, another kind may apply.
 */
async function afterEdit(barkId: string, editId: string, actorId: string): Promise<Step[]> {
  const [followers, mentioned, first] = await Promise.all([
    read("notifications/after_edit", { barkId }, Follower),
    read("notifications/mentioned", { barkId }, Mentioned),
    alertsOfBark(barkId),
  ]);
  const about = (kind: AlertKind, id: string): Alert => ({ id, kind, actorId, barkId, emoji: null });
  const isMentioned = new Set(mentioned.map(({ personId }) => personId));
  const told = new Map(followers.map(({ personId, edits, since }) => [personId, toldEdits(edits, since)]));
  const edits = [...told]
    .filter(([personId, ids]) => !isMentioned.has(personId) && ids.includes(editId))
    .map(([personId]) => ({ personId, alert: about("edit", editId) }));
  const mentions = mentioned.flatMap(({ personId, id, stands }): Step[] => {
    const alerts = dedupeByPriority([
      ...(stands && id !== barkId ? [about("mention", id)] : []),
      ...first.filter((row) => row.personId === personId),
      ...(told.get(personId) ?? []).map((edit) => about("edit", edit)),
    ]);
    return [{ personId, gone: id }, ...alerts.map((alert) => ({ personId, alert, isOld: alert.id !== editId }))];
  });
  return [...edits, ...mentions];
}

/** Removes the alert of an undone act by its id; doing it again creates a new alert with another id. */
async function afterAct(
  kind: "like" | "reaction" | "rebark",
  barkId: string,
  { actorId, undoes }: JobMessage,
  { acts }: Facts,
): Promise<Step[]> {
  const [first, ...others] = (await acts) ?? [];
  if (!first || first.personId === actorId) return [];
  const { personId } = first;
  const done = [first, ...others].flatMap(({ id, kind: found, emoji }): Step[] =>
    found === kind && id !== null ? [{ personId, alert: { id, kind, actorId, barkId, emoji } }] : [],
  );
  return [...(undoes ? [{ personId, gone: undoes }] : []), ...done];
}

/** Somebody who has nothing more to do with a bark is no longer told of its edits. */
async function afterUndoing(kind: "like" | "reaction" | "rebark", job: JobMessage, facts: Facts): Promise<Step[]> {
  const { actorId: personId, subjectId: barkId } = job;
  const [steps, [row]] = await Promise.all([
    afterAct(kind, barkId, job, facts),
    read("notifications/edits_for_person", { barkId, personId }, Edits),
  ]);
  if (!row) return steps;
  const { actorId, since, edits } = row;
  const told = since === null ? [] : toldEdits(edits, since);
  const gone = edits
    .filter((edit) => !told.includes(edit))
    // A mention that the edit added has the same id, and stays.
    .map((id) => ({ personId, gone: encodeAlert({ id, kind: "edit", actorId, barkId, emoji: null }) }));
  return [...steps, ...gone];
}

async function between(actorId: string, subjectId: string): Promise<Step[]> {
  const rows = await readTogether("notifications/between", { personId: actorId, otherId: subjectId }, Tied);
  const gone = [[actorId, subjectId] as const, [subjectId, actorId] as const].flatMap(([personId, other]) =>
    (["follow", "ask"] as const).map((kind) => ({ personId, gone: alertSuffix({ kind, actorId: other }) })),
  );
  return [...gone, ...rows.map(({ personId, ...row }) => ({ personId, alert: { ...row, barkId: null, emoji: null } }))];
}

async function settle(steps: Step[]): Promise<DeliveredAlert[]> {
  for (let from = 0; from < steps.length; from += CHUNK) {
    const some = steps.slice(from, from + CHUNK);
    const where = some.flatMap(({ personId }) => [keys.alerts(personId), keys.live(personId), keys.online(personId)]);
    const triples = some.flatMap(({ personId, gone = "", alert, isOld }) => [
      personId,
      gone,
      alert ? `${isOld ? "=" : ""}${encodeAlert(alert)}` : "",
    ]);
    await redis().runScript("alerts_settle", [keys.listening, ...where], [String(Date.now()), ...triples]);
  }
  return steps.flatMap(({ personId, alert, isOld }) => (alert && !isOld ? [{ personId, alert }] : []));
}

/** Changes a person's notification preferences and invalidates them in all processes. */
async function change(
  what: "clear" | "dismiss" | "set_policy" | "toggle_types",
  params: { personId: string; [name: string]: unknown },
): Promise<void> {
  await write(`notifications/${what}`, params, IdRow);
  await prefsLoader().forgetEverywhere([params.personId]);
}

/** Clears all present alerts of a person. */
export async function clearAlerts(personId: string): Promise<void> {
  const [newest] = await cachedAlerts(personId, { max: MAX_ID, min: "0", ascending: false, limit: 1 });
  if (newest) await change("clear", { personId, to: newest.id });
}

/** Dismisses some of a person's alerts. */
export async function dismissAlerts(personId: string, ids: string[]): Promise<void> {
  if (ids.length > 0) await change("dismiss", { personId, ids, kept: DISMISSED });
}

/** Changes the policy for people one does not know; choices not named stay as they are. */
export async function choosePolicy(personId: string, policy: Partial<Policy>): Promise<void> {
  const choices = Object.entries(policy).map(([name, choice]) => [camelCase(name), choice]);
  await change("set_policy", { personId, choices: Object.fromEntries(choices) });
}

/** Turns types of alerts on and off; those not named stay as they are. */
export async function toggleAlertTypes(personId: string, switches: AlertTypesChange): Promise<void> {
  const named = (on: boolean) => ALERT_KINDS.filter((kind) => switches[TYPES[kind]] === on);
  await change("toggle_types", { personId, off: named(false), on: named(true) });
}

/** Accepts notification requests: alerts of these people, earlier ones too, are shown whatever the policy. */
export async function acceptRequests(personId: string, ids: string[]): Promise<void> {
  await write("notifications/accept_requests", { personId, ids }, IdRow);
}

/** Dismisses notification requests: alerts of these people that are filtered so far are no longer listed. */
export async function dismissRequests(personId: string, ids: string[]): Promise<void> {
  await write("notifications/dismiss_requests", { personId, ids, to: newId() }, IdRow);
}

/** The graph's property name for a field of the API. */
function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
