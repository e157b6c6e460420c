import { withOwnFlags } from "@/lib/barks/reads";
import type { Status } from "@/lib/barks/schema";

/**
 * An event about a bark with its recipient's own flags. The same object for what is new and neither a rebark nor a quote:
 * nobody but its author can have done anything with it, so it is rendered once for everybody. (That its conversation is
 * muted is not looked up.)
 */
export async function withFlags<Event extends { type: "bark" | "bark:edited"; status: Status }>(
  viewerId: string,
  event: Event,
): Promise<Event> {
  const { status } = event;
  const isNew = event.type === "bark" && !status.reblog && !status.quote?.quoted_status;
  if (isNew && status.account.id !== viewerId) return event;
  return { ...event, status: await withOwnFlags(viewerId, status) };
}
