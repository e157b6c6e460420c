import { readWithoutViewer } from "@/lib/barks/reads";
import { z } from "zod";
import { Markers } from "@/lib/markers/schema";
import { alertsByMember } from "@/lib/notifications/reads";
import type { LiveEvent } from "@/lib/realtime/events";
import type { StreamEntry } from "@/lib/realtime/schema";

const News = z.object({ conversation_id: z.string().nullable(), number: z.number().nullable() });

/**
 * Turns entries of a person's live stream into events, by entry id. There is no event for a bark that has been deleted
 * (its deletion has its own entry), nor for an alert that the person does not want.
 */
export async function eventsOf(personId: string, entries: StreamEntry[]): Promise<Map<string, LiveEvent>> {
  const of = (kind: StreamEntry["kind"]) => entries.flatMap((entry) => (entry.kind === kind ? [entry.value] : []));
  const [statuses, alerts] = await Promise.all([
    readWithoutViewer(personId, [...new Set([...of("bark"), ...of("edited")])]),
    alertsByMember(personId, of("notification")),
  ]);
  const byId = new Map(statuses.map((status) => [status.id, status]));
  const toEvent = ({ kind, value }: StreamEntry): LiveEvent | null => {
    if (kind === "filters") return { type: "filters" };
    if (kind === "deleted") return { type: "bark:deleted", id: value };
    if (kind === "read") return { type: "read", markers: Markers.parse(JSON.parse(value)) };
    if (kind === "e2ee") return { type: "e2ee", news: News.parse(JSON.parse(value)) };
    const [status, notification] = [byId.get(value), alerts.get(value)];
    if (kind === "bark") return status ? { type: "bark", status } : null;
    if (kind === "edited") return status ? { type: "bark:edited", status } : null;
    return notification ? { type: "notification", notification } : null;
  };
  return new Map(
    entries.flatMap((entry) => {
      const event = toEvent(entry);
      return event ? [[entry.id, event]] : [];
    }),
  );
}
