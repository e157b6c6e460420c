import { route } from "@/lib/http/route";
import { readInbox } from "@/lib/messages/reads";
import { Inbox, InboxQuery } from "@/lib/messages/schema";

export const GET = route(
  {
    summary: "What a device has not acknowledged of its conversations, each in order",
    auth: "user",
    scope: "messages",
    query: InboxQuery,
    answers: Inbox,
    limit: "inbox",
  },
  ({ viewer, query }) => readInbox(viewer.id, query),
);
