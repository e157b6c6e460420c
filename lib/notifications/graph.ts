import { z } from "zod";
import type { IdRange } from "@/lib/http/page";
import { sharedLoader } from "@/lib/redis/cache-invalidation";
import { read } from "@/lib/neo4j";
import { DEFAULT_PREFS, dedupeByPriority, toldEdits, type NotificationPrefs } from "@/lib/notifications/rules";
import { Alert, ALERT_KINDS, EditChange, PolicyChoice, type Policy } from "@/lib/notifications/schema";
import { singleton } from "@/lib/singleton";

const EditedBark = z.object({
  barkId: z.string(),
  actorId: z.string(),
  since: z.string(),
  edits: z.array(z.string()),
});

/** A person's alerts, derived from the graph's relationships. The cached list is a copy of it. */
export async function graphAlerts(personId: string, slice: IdRange): Promise<Alert[]> {
  const { max, min, ascending, limit } = slice;
  const bounds = { personId, max, min, ascending };
  const [acts, barks, edited, strikes] = await Promise.all([
    read(ascending ? "notifications/of_acts_oldest" : "notifications/of_acts", { ...bounds, limit }, Alert),
    // One bark may be a mention, a quote and a bark of a followed author at once.
    read("notifications/of_barks", { ...bounds, limit: 3 * limit }, Alert),
    read("notifications/of_edits", { personId }, EditedBark),
    read(
      ascending ? "notifications/of_strikes_oldest" : "notifications/of_strikes",
      { personId, max, min, limit },
      Alert,
    ),
  ]);
  const edits = edited.flatMap(({ barkId, actorId, since, edits: ids }) =>
    toldEdits(ids, since)
      .filter((id) => id < max && id > min)
      .map((id): Alert => ({ id, kind: "edit", actorId, barkId, emoji: null })),
  );
  const found = dedupeByPriority([...acts, ...barks, ...edits, ...strikes]);
  return ascending ? found.slice(-limit) : found.slice(0, limit);
}

const PrefsRow = z.object({
  id: z.string(),
  ear: z.object({
    off: z.array(z.enum(ALERT_KINDS)),
    clearedTo: z.string(),
    dismissed: z.array(z.string()),
    policy: z.record(z.string(), PolicyChoice.nullable()),
  }),
});

const SenderRow = z.object({
  id: z.string(),
  followerSince: z.number().nullable(),
  accepted: z.boolean(),
  dismissedTo: z.string(),
});

const EditRow = EditChange.extend({ id: z.string() });

/** Loads notification preferences, cached for a second; a change invalidates them in all processes. */
export const prefsLoader = singleton("notification-prefs", () =>
  sharedLoader<NotificationPrefs>("notification-prefs", {
    ttl: 1_000,
    size: 5_000,
    load: async (ids) => {
      const rows = await read("notifications/preferences", { ids: [...new Set(ids)] }, PrefsRow);
      return new Map(rows.map(({ id, ear }) => [id, { ...ear, policy: chosen(ear.policy) }]));
    },
  }),
);

/** The notification preferences of a person. */
export async function readPrefs(personId: string): Promise<NotificationPrefs> {
  return (await prefsLoader().get(personId)) ?? DEFAULT_PREFS;
}

/** A complete policy from one of which only some choices are stored. */
function chosen(policy: Record<string, PolicyChoice | null>): Policy {
  const choices = Object.entries(policy).filter(([, choice]) => choice !== null);
  return { ...DEFAULT_PREFS.policy, ...(Object.fromEntries(choices) as Partial<Policy>) };
}

/** The relationship of people who caused alerts to their recipient. */
export function readSenders(personId: string, ids: string[]): Promise<z.infer<typeof SenderRow>[]> {
  return read("notifications/senders", { personId, ids }, SenderRow);
}

/** The changes of text made by the edits among the alerts, by the edits' ids. */
export async function readChanges(alerts: Alert[]): Promise<Map<string, EditChange>> {
  const keys = alerts.flatMap(({ kind, id, barkId }) => (kind === "edit" && barkId ? [[barkId, id]] : []));
  if (keys.length === 0) return new Map();
  const rows = await read("notifications/edit_texts", { keys }, EditRow);
  return new Map(rows.map(({ id, ...change }) => [id, change]));
}
