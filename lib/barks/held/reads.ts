import { z } from "zod";
import { ReviewRow, type HeldBark } from "@/lib/barks/held/schema";
import { toHeld } from "@/lib/barks/scheduled/view";
import { read } from "@/lib/neo4j";
import { accountsById } from "@/lib/people/reads";

/** How many barks are shown at a time. */
const LISTED = 40;

/** The barks that wait for the staff, oldest first. @param after an id; only newer ones are returned */
export async function heldBarks(after = ""): Promise<HeldBark[]> {
  const rows = await read("held/waiting", { after, limit: LISTED }, ReviewRow);
  const ids = [...new Set(rows.map(({ authorId }) => authorId))];
  const authors = await accountsById(null, ids, "own");
  return rows.flatMap(({ authorId, ...row }) => {
    const account = authors.get(authorId);
    return account ? [{ ...toHeld(row), account, word: row.bark.heldFor }] : [];
  });
}

/** A bark that waits for the staff; null when there is none with this id (any more). */
export async function heldRow(id: string): Promise<ReviewRow | null> {
  const [row] = await read("held/by_id", { id }, ReviewRow);
  return row ?? null;
}

/** How many barks wait for the staff. */
export async function heldCount(): Promise<number> {
  const [row] = await read("held/count", {}, z.object({ count: z.number() }));
  return row?.count ?? 0;
}
