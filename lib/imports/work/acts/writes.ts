import { z } from "zod";
import { enqueueJob } from "@/lib/delivery/writes";
import { newId } from "@/lib/ids";
import type { ImportLine, LineResult } from "@/lib/imports/schema";
import type { TableKind } from "@/lib/imports/table";
import { listsByTitle } from "@/lib/imports/work/reads";
import { exclusiveMembersLoader } from "@/lib/lists/reads";
import { LIST_LIMIT, ListRow, MEMBER_LIMIT } from "@/lib/lists/schema";
import { IdRow, write } from "@/lib/neo4j";
import { invalidateRelationships } from "@/lib/people/reads";
import { announceListChange } from "@/lib/realtime/writes";
import { composed } from "@/lib/text/composed";

const Followed = z.object({ outcome: z.enum(["follow", "ask", "follows", "asked", "blocked", "blocking"]) });
const Changed = z.object({ changed: z.boolean() });
const Undone = z.object({ kind: z.enum(["unfollow", "unblock", "mute"]) });

/** A line that can be carried out: it has a target, and an id for what it adds. */
export interface PlannedLine extends ImportLine {
  target: string;
  id: string;
}

/** Adds what a line says, under the id of the line. Repeated, it changes nothing. @returns what became of it */
type Act = (personId: string, line: PlannedLine) => Promise<Pick<ImportLine, "result" | "listId" | "made">>;

const OUTCOMES: Record<z.infer<typeof Followed>["outcome"], LineResult> = {
  follow: "added",
  ask: "requested",
  follows: "there",
  asked: "there",
  blocked: "unknown",
  blocking: "blocked",
};

export const ACTS: Record<TableKind, Act> = {
  async follows(viewerId, { target: personId, id: outboxId, rebarks = null, notify = null, languages = null }) {
    const what = { viewerId, personId, at: Date.now(), outboxId, rebarks, notify, languages };
    const [row] = await write("people/follow", what, Followed);
    if (!row) return { result: "unknown" };
    if (row.outcome === "follow" || row.outcome === "ask") {
      enqueueJob({ outboxId, kind: row.outcome, actorId: viewerId, subjectId: personId });
      await invalidateRelationships(viewerId, personId);
    }
    return { result: OUTCOMES[row.outcome] };
  },
  async blocks(viewerId, { target: personId, id: outboxId }) {
    const [row] = await write("people/block", { viewerId, personId, at: Date.now(), outboxId }, Changed);
    if (!row) return { result: "unknown" };
    if (row.changed) enqueueJob({ outboxId, kind: "block", actorId: viewerId, subjectId: personId });
    await invalidateRelationships(viewerId, personId);
    return { result: row.changed ? "added" : "there" };
  },
  async mutes(viewerId, { target: personId, id, notifications = true }) {
    const [row] = await write("imports/mute", { viewerId, personId, id, notifications, now: Date.now() }, Changed);
    if (!row) return { result: "unknown" };
    await invalidateRelationships(viewerId, personId);
    return { result: row.changed ? "added" : "there" };
  },
  async lists(personId, { target, id, list = "", listId = newId() }) {
    const title = composed(list);
    const there = (await listsByTitle(personId)).get(title);
    if (there === undefined) {
      const made = { id: listId, title, repliesPolicy: "list", exclusive: false };
      const [row] = await write("lists/create", { personId, list: made, most: LIST_LIMIT }, ListRow);
      if (!row) return { result: "full" };
    }
    const where = { listId: there ?? listId, made: (there ?? listId) === listId };
    const members = [{ id: target, edge: id }];
    const [row] = await write("lists/add", { personId, id: where.listId, members, most: MEMBER_LIMIT }, IdRow);
    await announceList(personId, where.listId);
    return { ...where, result: row ? "added" : "full" };
  },
  async bookmarks(viewerId, { target, id: edgeId }) {
    const [row] = await write("reactions/bookmark", { viewerId, id: target, edgeId }, Changed);
    if (!row) return { result: "unknown" };
    return { result: row.changed ? "added" : "there" };
  },
};

async function announceList(personId: string, id: string): Promise<void> {
  await exclusiveMembersLoader().forgetEverywhere([personId]);
  await announceListChange(id);
}

/** Removes what a line added, if it is still the same. @returns whether it was there */
export async function undoLine(personId: string, kind: TableKind, line: PlannedLine): Promise<boolean> {
  const { target, id, listId = "" } = line;
  if (kind === "bookmarks") {
    return (await write("imports/undo_bookmark", { personId, barkId: target, id }, IdRow)).length > 0;
  }
  if (kind === "lists") {
    const rows = await write("imports/undo_listed", { personId, listId, id }, IdRow);
    if (rows.length > 0) await announceList(personId, listId);
    return rows.length > 0;
  }
  const outboxId = newId();
  const what = { viewerId: personId, personId: target, id, at: Date.now(), outboxId };
  const [row] = await write("imports/undo_tie", what, Undone);
  if (row && row.kind !== "mute") enqueueJob({ outboxId, kind: row.kind, actorId: personId, subjectId: target });
  if (row) await invalidateRelationships(personId, target);
  return row !== undefined;
}

/** Deletes the list that a line created, unless somebody is on it. */
export async function undoList(personId: string, { listId }: ImportLine): Promise<void> {
  if (listId === undefined) return;
  const [row] = await write("imports/undo_list", { personId, listId }, IdRow);
  if (row) await announceList(personId, listId);
}
