import { z } from "zod";
import { read } from "@/lib/neo4j";
import { dedupeByPriority, toldEdits } from "@/lib/notifications/rules";
import { Alert } from "@/lib/notifications/schema";

/** A range of somebody's alerts: ids between both bounds (exclusive), newest first, read from its upper or lower end. */
export interface AlertRange {
  max: string;
  min: string;
  ascending: boolean;
  limit: number;
}

const EditedBark = z.object({
  barkId: z.string(),
  actorId: z.string(),
  since: z.string(),
  edits: z.array(z.string()),
});

/** A person's alerts, derived from the graph's relationships. The cached list is a copy of it. */
export async function graphAlerts(personId: string, slice: AlertRange): Promise<Alert[]> {
  const { max, min, ascending, limit } = slice;
  const bounds = { personId, max, min, ascending };
  const [acts, barks, edited] = await Promise.all([
    read("notifications/of_acts", { ...bounds, limit }, Alert),
    // One bark may be a mention, a quote and a bark of a followed author at once.
    read("notifications/of_barks", { ...bounds, limit: 3 * limit }, Alert),
    read("notifications/of_edits", { personId }, EditedBark),
  ]);
  const edits = edited.flatMap(({ barkId, actorId, since, edits: ids }) =>
    toldEdits(ids, since)
      .filter((id) => id < max && id > min)
      .map((id): Alert => ({ id, kind: "edit", actorId, barkId, emoji: null })),
  );
  const found = dedupeByPriority([...acts, ...barks, ...edits]);
  return ascending ? found.slice(-limit) : found.slice(0, limit);
}
