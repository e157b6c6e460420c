import { z } from "zod";
import type { Right } from "@/lib/auth/rights";
import { bounds, type Page } from "@/lib/http/page";
import { newId } from "@/lib/ids";
import { read } from "@/lib/neo4j";
import { accountsById } from "@/lib/people/reads";
import {
  StaffAct,
  StaffRow,
  type StaffActor,
  type StaffActKind,
  type StaffLogEntry,
  type StaffMember,
} from "@/lib/staff/schema";
import { toLogEntry } from "@/lib/staff/view";

/** What a person may do to run the town: nothing for most, and for somebody who does not exist. */
export async function staffRow(personId: string): Promise<StaffRow> {
  const [row] = await read("staff/by_id", { personId }, StaffRow);
  return row ?? { id: personId, owner: false, rights: [] };
}

/** What an actor may do; null for the command line, which may do everything. */
export async function actorRow({ id }: StaffActor): Promise<StaffRow | null> {
  return id === null ? null : staffRow(id);
}

/** Everybody who takes part in running the town, and whether they have a second factor: owners first, then by their ids. */
export async function staffMembers(): Promise<StaffMember[]> {
  const rows = await read("staff/all", {}, StaffRow.extend({ twoFactor: z.boolean() }));
  const ids = rows.map(({ id }) => id);
  const byId = await accountsById(null, ids, "own");
  return rows.flatMap(({ id, owner, rights, twoFactor }) => {
    const account = byId.get(id);
    return account ? [{ account, is_owner: owner, rights, two_factor: twoFactor }] : [];
  });
}

const StaffAddressee = z.object({ id: z.string(), handle: z.string(), email: z.string() });

/** The members of the staff who may do something and have a confirmed address, without the person whom it is about. */
export function staffToTell(right: Right, aboutId: string): Promise<z.infer<typeof StaffAddressee>[]> {
  return read("staff/to_tell", { right, aboutId }, StaffAddressee);
}

/** Whether a person owns the town and nobody else does. */
export async function isLastOwner(personId: string): Promise<boolean> {
  const [row] = await read("staff/is_last_owner", { personId }, z.object({ last: z.boolean() }));
  return row?.last === true;
}

/** A page of the staff log, newest first: all of it, or what was done to one person. */
export async function staffLog(page: Page, whomId: string | null = null): Promise<StaffLogEntry[]> {
  const { max, min, ascending } = bounds(page);
  const query = ascending ? ("staff/log_oldest" as const) : ("staff/log" as const);
  const rows = await read(query, { max, min, limit: page.limit, whomId }, StaffAct);
  return (ascending ? rows.toReversed() : rows).map(toLogEntry);
}

interface About {
  whom?: { id: string; handle: string } | null;
  /** The id of the report or bark, or what else it is about. */
  subject?: string | null;
  note?: string;
}

/** An entry of the staff log, for a query that stores it together with what was done (`staff/_log`). */
export function logEntry(actor: StaffActor, act: StaffActKind, { whom, subject = null, note = "" }: About): StaffAct {
  const by = { byId: actor.id, by: actor.name };
  return {
    id: newId(),
    at: Date.now(),
    act,
    ...by,
    whomId: whom?.id ?? null,
    whom: whom?.handle ?? null,
    subject,
    note,
  };
}
