import type { Status } from "@/lib/barks/schema";
import type { AnnouncementEvent, LiveEvent } from "@/lib/realtime/events";

/** An event as Mastodon's streaming API names it. The payload is JSON, or an id. */
export interface StreamingEvent {
  event:
    | "update"
    | "status.update"
    | "delete"
    | "notification"
    | "filters_changed"
    | "announcement"
    | "announcement.reaction"
    | "announcement.delete";
  payload?: string;
}

/** Events are sent to many devices at once, so each is rendered once. */
const rendered = new WeakMap<object, StreamingEvent>();
const frames = new WeakMap<StreamingEvent, Map<string, Buffer>>();

/** The live events for which Mastodon has a word. */
type Told = Exclude<LiveEvent, { type: "read" | "e2ee" }> | AnnouncementEvent;

/** A live event in Mastodon's words. */
export function toStreamingEvent(event: Told): StreamingEvent {
  const made = rendered.get(event) ?? convert(event);
  rendered.set(event, made);
  return made;
}

function convert(event: Told): StreamingEvent {
  switch (event.type) {
    case "bark":
      return ofStatus("update", event.status);
    case "bark:edited":
      return ofStatus("status.update", event.status);
    case "bark:deleted":
      return { event: "delete", payload: event.id };
    case "notification":
      return { event: "notification", payload: JSON.stringify(event.notification) };
    case "filters":
      return { event: "filters_changed" };
    case "announcement":
      return { event: "announcement", payload: JSON.stringify(event.announcement) };
    case "announcement:reaction": {
      const { id, name, count } = event;
      return { event: "announcement.reaction", payload: JSON.stringify({ name, count, announcement_id: id }) };
    }
    case "announcement:deleted":
      return { event: "announcement.delete", payload: event.id };
  }
}

/** A new or an edited bark. */
function ofStatus(event: "update" | "status.update", status: Status): StreamingEvent {
  return { event, payload: JSON.stringify(status) };
}

/** The message of a WebSocket. @param label the JSON that says which stream it is of */
export function toMessage(said: StreamingEvent, label: string): Buffer {
  const made = frames.get(said) ?? new Map<string, Buffer>();
  frames.set(said, made);
  const known = made.get(label);
  if (known) return known;
  const payload = said.payload === undefined ? "" : `,"payload":${JSON.stringify(said.payload)}`;
  const message = Buffer.from(`{"stream":${label},"event":"${said.event}"${payload}}`);
  made.set(label, message);
  return message;
}

/** The same as a server-sent event. */
export function toServerSentEvent({ event, payload = "undefined" }: StreamingEvent): string {
  return `event: ${event}\ndata: ${payload}\n\n`;
}
