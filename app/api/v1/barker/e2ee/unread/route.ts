import { route } from "@/lib/http/route";
import { readUnread } from "@/lib/messages/reads";
import { DeviceQuery, Unread } from "@/lib/messages/schema";

export const GET = route(
  {
    summary: "The conversations with messages that a device has not acknowledged",
    auth: "user",
    scope: "messages",
    query: DeviceQuery,
    answers: Unread,
  },
  async ({ viewer, query }) => ({ conversation_ids: await readUnread(viewer.id, query.device_id) }),
);
