import { z } from "zod";
import { listResponse } from "@/lib/http/list";
import { PageQuery } from "@/lib/http/page";
import { route } from "@/lib/http/route";
import { requestsPage } from "@/lib/notifications/requests";
import { NotificationRequest } from "@/lib/notifications/schema";

export const GET = route(
  {
    summary: "Notification requests: people whose notifications were filtered",
    auth: "user",
    scope: "read:notifications",
    query: PageQuery,
    answers: z.array(NotificationRequest),
  },
  async ({ url, viewer, query }) => listResponse(url, await requestsPage(viewer.id, query)),
);
