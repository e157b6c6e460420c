import { z } from "zod";
import { readStatuses } from "@/lib/barks/reads";
import { read } from "@/lib/neo4j";
import { type Ear, OPEN_EAR, type Sender, type Verdict, verdict } from "@/lib/notifications/rules";
import { type Alert, Choice, KINDS, type Policy } from "@/lib/notifications/schema";
import type { Heard } from "@/lib/notifications/view";
import { findPeople, ties } from "@/lib/people/reads";
import { toAccount } from "@/lib/people/view";

const EarRow = z.object({
  off: z.array(z.enum(KINDS)),
  clearedTo: z.string(),
  dismissed: z.array(z.string()),
  policy: z.record(z.string(), Choice.nullable()),
});

const SenderRow = z.object({
  id: z.string(),
  followerSince: z.number().nullable(),
  welcome: z.boolean(),
  wavedOffTo: z.string(),
});

/** An alert with all that is shown of it, and whether it is. */
export interface Weighed extends Heard {
  verdict: Verdict;
}

/** What a person wants to hear. */
export async function readEar(personId: string): Promise<Ear> {
  const [row] = await read("notifications/ear", { personId }, EarRow);
  if (!row) return OPEN_EAR;
  const { policy, ...ear } = row;
  const chosen = Object.entries(policy).filter(([, choice]) => choice !== null);
  return { ...ear, policy: { ...OPEN_EAR.policy, ...(Object.fromEntries(chosen) as Partial<Policy>) } };
}

/** Reads what alerts are about and weighs each by the rules, in their order. Those of nobody are left out. */
export async function weigh(personId: string, alerts: Alert[], ear: Ear): Promise<Weighed[]> {
  if (alerts.length === 0) return [];
  const actors = [...new Set(alerts.map(({ actorId }) => actorId))];
  const barks = [...new Set(alerts.flatMap(({ barkId }) => barkId ?? []))];
  const [people, statuses, known, rows] = await Promise.all([
    findPeople(actors),
    readStatuses(personId, barks),
    ties(personId, actors),
    read("notifications/senders", { personId, ids: actors }, SenderRow),
  ]);
  const byId = new Map(people.map((person) => [person.id, person]));
  const statusOf = new Map(statuses.map((status) => [status.id, status]));
  const stands = new Map(rows.map((row) => [row.id, row]));
  const now = Date.now();
  return alerts.flatMap((alert) => {
    const [person, tie, row] = [byId.get(alert.actorId), known.get(alert.actorId), stands.get(alert.actorId)];
    if (!person || !tie || !row) return [];
    const sender: Sender = { ...row, tie, joinedAt: person.at };
    const status = statusOf.get(alert.barkId ?? "") ?? null;
    return [{ alert, account: toAccount(person), status, verdict: verdict(alert, ear, sender, status, now) }];
  });
}
