import { linkHeader, PageQuery } from "@/lib/http/page";
import { route } from "@/lib/http/route";
import { groupedPage } from "@/lib/notifications/rows";
import { GroupingQuery, NotificationsQuery } from "@/lib/notifications/input";
import { withShortBounds } from "@/lib/notifications/rules";
import { GroupedNotifications } from "@/lib/notifications/schema";
import { withPartialAccounts } from "@/lib/notifications/view";

export const GET = route(
  {
    summary: "The viewer's notifications, grouped",
    auth: "user",
    scope: "read:notifications",
    query: PageQuery.and(NotificationsQuery).and(GroupingQuery),
    answers: GroupedNotifications,
  },
  async ({ url, viewer, query: { wish, gathered, expand, ...page } }) => {
    const { span, ...grouped } = await groupedPage(viewer.id, withShortBounds(page), wish, gathered);
    const link = span && linkHeader(url, [span.newest, span.oldest]);
    const answer = expand === "partial_avatars" ? withPartialAccounts(grouped) : grouped;
    return Response.json(answer, link ? { headers: { link } } : undefined);
  },
);
