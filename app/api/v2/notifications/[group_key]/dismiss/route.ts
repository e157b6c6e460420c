import { z } from "zod";
import { route } from "@/lib/http/route";
import { alertsOfGroup } from "@/lib/notifications/rows";
import { GroupKeyParam } from "@/lib/notifications/input";
import { dismissAlerts } from "@/lib/notifications/writes";

export const POST = route(
  {
    summary: "Dismiss a group of notifications",
    auth: "user",
    scope: "write:notifications",
    params: GroupKeyParam,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, params }) => {
    const heard = await alertsOfGroup(viewer.id, params.group_key);
    await dismissAlerts(
      viewer.id,
      heard.map(({ alert }) => alert.id),
    );
    return {};
  },
);
