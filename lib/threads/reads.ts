import { z } from "zod";
import { readStatuses } from "@/lib/barks/reads";
import { barkOf } from "@/lib/barks/rules";
import { ApiError } from "@/lib/errors";
import { filterList } from "@/lib/filters/reads";
import { read } from "@/lib/neo4j";
import type { ThreadContext } from "@/lib/threads/schema";

const AncestorRow = z.object({ id: z.string(), deleted: z.boolean() });
const ReplyRow = AncestorRow.extend({ parentId: z.string() });

/** The maximum number of replies in one answer; signed-in viewers get more. */
const REPLIES = { member: 1_000, stranger: 200 };

/**
 * The conversation around a bark: its ancestors from the first bark down, and all replies, oldest first, parents always
 * before their replies. Deleted or hidden barks with visible replies are listed as gaps.
 * @throws ApiError not_found when the viewer may not see the bark
 */
export async function contextOf(viewerId: string | null, id: string): Promise<ThreadContext> {
  const [status] = await readStatuses(viewerId, [id]);
  if (!status) throw new ApiError("not_found");
  const barkId = barkOf(status).id;
  const limit = viewerId === null ? REPLIES.stranger : REPLIES.member;
  const [above, below] = await Promise.all([
    read("threads/ancestors", { id: barkId }, AncestorRow),
    read("threads/descendants", { id: barkId, limit }, ReplyRow),
  ]);
  const up = above.map((row, at) => ({ ...row, parentId: above[at + 1]?.id ?? null })).toReversed();
  const rows = [...up, ...below];
  const readable = await readStatuses(
    viewerId,
    rows.filter(({ deleted }) => !deleted).map((row) => row.id),
  );
  const shown = await filterList(viewerId, readable, "thread");
  const byId = new Map(shown.map((bark) => [bark.id, bark]));
  // Only gaps that connect visible barks are listed: a hidden bark without visible replies stays secret.
  const holding = new Set(up.map((row) => row.id));
  for (const row of below.toReversed()) if (byId.has(row.id) || holding.has(row.id)) holding.add(row.parentId);
  const gaps = rows.filter((row) => !byId.has(row.id) && holding.has(row.id));
  return {
    ancestors: up.flatMap((row) => byId.get(row.id) ?? []),
    descendants: below.flatMap((row) => byId.get(row.id) ?? []),
    gaps: gaps.map((row) => ({
      id: row.id,
      in_reply_to_id: row.parentId,
      reason: row.deleted ? "deleted" : "hidden",
    })),
  };
}
