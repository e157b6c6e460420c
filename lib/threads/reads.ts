import { z } from "zod";
import { readStatuses } from "@/lib/barks/reads";
import { barkOf } from "@/lib/barks/rules";
import type { Status } from "@/lib/barks/schema";
import { ApiError } from "@/lib/errors";
import { read } from "@/lib/neo4j";
import { pipeline } from "@/lib/pipeline";
import type { ThreadContext } from "@/lib/threads/schema";
import { filterFor, hydrateFor } from "@/lib/timelines/reads";

const AncestorRow = z.object({ id: z.string(), deleted: z.boolean() });
const ReplyRow = AncestorRow.extend({ parentId: z.string() });
type Row = z.infer<typeof AncestorRow> & { parentId: string | null };

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
  return pipeline(
    { from: barkId },
    {
      skeleton: async (from) => {
        const [above, below] = await Promise.all([
          read("threads/ancestors", { id: from }, AncestorRow),
          read("threads/descendants", { id: from, limit }, ReplyRow),
        ]);
        const up = above.map((row, at) => ({ ...row, parentId: above[at + 1]?.id ?? null })).toReversed();
        const ids = [...up, ...below].filter(({ deleted }) => !deleted).map((row) => row.id);
        return { part: { up, below, ids }, next: null };
      },
      hydrate: hydrateFor(viewerId),
      filter: filterFor(viewerId, "thread"),
      present: (shown, parts) =>
        arrange(
          shown,
          parts.flatMap(({ up }) => up),
          parts.flatMap(({ below }) => below),
        ),
    },
  );
}

/** What is shown of a conversation above and below a bark, and the gaps in it. */
function arrange(shown: Status[], up: Row[], below: z.infer<typeof ReplyRow>[]): ThreadContext {
  const byId = new Map(shown.map((bark) => [bark.id, bark]));
  // Only gaps that connect visible barks are listed: a hidden bark without visible replies stays secret.
  const holding = new Set(up.map((row) => row.id));
  for (const row of below.toReversed()) if (byId.has(row.id) || holding.has(row.id)) holding.add(row.parentId);
  const gaps = [...up, ...below].filter((row) => !byId.has(row.id) && holding.has(row.id));
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
