import { z } from "zod";
import { route } from "@/lib/http/route";
import { clearAlerts } from "@/lib/notifications/writes";

export const POST = route(
  {
    summary: "Dismiss all notifications",
    auth: "user",
    scope: "write:notifications",
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer }) => {
    await clearAlerts(viewer.id);
    return {};
  },
);
