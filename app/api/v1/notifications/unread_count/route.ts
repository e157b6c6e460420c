import { z } from "zod";
import { route } from "@/lib/http/route";
import { unreadCount } from "@/lib/notifications/reads";
import { CountQuery, NotificationsQuery } from "@/lib/notifications/input";

export const GET = route(
  {
    summary: "How many notifications are unread",
    auth: "user",
    scope: "read:notifications",
    query: CountQuery.and(NotificationsQuery),
    answers: z.object({ count: z.number().int() }),
  },
  async ({ viewer, query: { limit, wish } }) => ({ count: await unreadCount(viewer.id, limit, wish, null) }),
);
