import { readWithoutViewer } from "@/lib/barks/reads";
import { Markers } from "@/lib/markers/schema";
import { alertsByMember } from "@/lib/notifications/reads";
import type { LiveEvent } from "@/lib/realtime/events";
import type { StreamEntry } from "@/lib/realtime/stream";

/**
 * What entries of a person's live stream say now, by their ids. A bark that was deleted since says nothing: its
 * deletion is told by an entry of its own. Nor does an alert that the person does not want to hear.
 */
export async function eventsOf(personId: string, entries: StreamEntry[]): Promise<Map<string, LiveEvent>> {
  const of = (kind: StreamEntry["kind"]) => entries.flatMap((entry) => (entry.kind === kind ? [entry.value] : []));
  const [statuses, alerts] = await Promise.all([
    readWithoutViewer(personId, [...new Set([...of("bark"), ...of("edited")])]),
    alertsByMember(personId, of("notification")),
  ]);
  const byId = new Map(statuses.map((status) => [status.id, status]));
  const toEvent = ({ kind, value }: StreamEntry): LiveEvent | null => {
    if (kind === "deleted") return { type: "bark:deleted", id: value };
    if (kind === "read") return { type: "read", markers: Markers.parse(JSON.parse(value)) };
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
