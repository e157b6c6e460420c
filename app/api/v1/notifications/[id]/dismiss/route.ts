import { z } from "zod";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { dismissAlerts } from "@/lib/notifications/writes";

export const POST = route(
  {
    summary: "Dismiss one notification",
    auth: "user",
    scope: "write:notifications",
    params: IdParam,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, params }) => {
    await dismissAlerts(viewer.id, [params.id]);
    return {};
  },
);
