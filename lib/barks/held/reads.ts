import { ReviewRow, type HeldBark } from "@/lib/barks/held/schema";
import { readStatuses } from "@/lib/barks/reads";
import { toHeld } from "@/lib/barks/scheduled/view";
import { read } from "@/lib/neo4j";
import { accountsById } from "@/lib/people/reads";

/** How many barks are shown at a time. */
export const HELD_LISTED = 40;

/** The barks that wait for the staff, oldest first. @param after an id; only newer ones are returned */
export async function heldBarks(after = ""): Promise<HeldBark[]> {
  const rows = await read("held/waiting", { after, limit: HELD_LISTED }, ReviewRow);
  const ids = [...new Set(rows.map(({ authorId }) => authorId))];
  const about = [...new Set(rows.flatMap(({ bark: { replyTo, quotes } }) => [replyTo ?? [], quotes ?? []].flat()))];
  const [authors, statuses] = await Promise.all([accountsById(null, ids, "own"), readStatuses(null, about)]);
  const statusOf = (id: string | null) => statuses.find((status) => status.id === id) ?? null;
  return rows.flatMap(({ authorId, ...row }) => {
    const account = authors.get(authorId);
    const { heldFor: word, replyTo, quotes } = row.bark;
    return account ? [{ ...toHeld(row), account, word, answered: statusOf(replyTo), quoted: statusOf(quotes) }] : [];
  });
}

/** A bark that waits for the staff; null when there is none with this id (any more). */
export async function heldRow(id: string): Promise<ReviewRow | null> {
  const [row] = await read("held/by_id", { id }, ReviewRow);
  return row ?? null;
}
