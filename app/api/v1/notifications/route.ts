import { z } from "zod";
import { listResponse } from "@/lib/http/list";
import { PageQuery } from "@/lib/http/page";
import { route } from "@/lib/http/route";
import { alertsPage } from "@/lib/notifications/reads";
import { NotificationsQuery } from "@/lib/notifications/input";
import { Notification } from "@/lib/notifications/schema";
import { toNotification } from "@/lib/notifications/view";

export const GET = route(
  {
    summary: "The viewer's notifications, one by one",
    auth: "user",
    scope: "read:notifications",
    query: PageQuery.and(NotificationsQuery),
    answers: z.array(Notification),
  },
  async ({ url, viewer, query: { wish, ...page } }) =>
    listResponse(url, (await alertsPage(viewer.id, page, wish)).map(toNotification)),
);
