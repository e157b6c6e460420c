import { z } from "zod";
import { BarkRow, type Status } from "@/lib/barks/schema";
import { toStatus } from "@/lib/barks/view";
import { loader } from "@/lib/loader";
import { read } from "@/lib/neo4j";
import { singleton } from "@/lib/singleton";

const Id = z.object({ id: z.string() });

/**
 * Barks as any reader sees them, rendered once a second at most. What changes a bark in this
 * process forgets it here at once; another process follows within that second.
 */
export const barkViews = singleton("bark-views", () =>
  loader<Status>({
    ttl: 1_000,
    size: 5_000,
    load: async (ids) => {
      const rows = await read("barks/by_id", { ids: [...new Set(ids)] }, BarkRow);
      return new Map(rows.map((row) => [row.bark.id, toStatus(row)]));
    },
  }),
);

/** Barks by id, in the order asked for; deleted and unknown ones are left out. */
export async function readBarks(ids: string[]): Promise<Status[]> {
  const statuses = await barkViews().getMany(ids);
  return statuses.filter((status) => status !== undefined);
}

/** One bark: `"deleted"` when its author took it back, null when there never was one. */
export async function readBark(id: string): Promise<Status | "deleted" | null> {
  const status = await barkViews().get(id);
  if (status) return status;
  const [deleted] = await read("barks/is_deleted", { id }, Id);
  return deleted ? "deleted" : null;
}

/** What is left of a bark that this person took back: no text, but who and when. Null if none was theirs. */
export async function readRetracted(personId: string, id: string): Promise<Status | null> {
  const [row] = await read("barks/retracted", { personId, id }, BarkRow);
  return row ? toStatus(row) : null;
}
