import { ApiError } from "@/lib/errors";
import { route } from "@/lib/http/route";
import { alertsOfGroup } from "@/lib/notifications/rows";
import { GroupKeyParam } from "@/lib/notifications/input";
import { GroupedNotifications } from "@/lib/notifications/schema";
import { toGroup, toGrouped } from "@/lib/notifications/view";

export const GET = route(
  {
    summary: "A group of notifications",
    auth: "user",
    scope: "read:notifications",
    params: GroupKeyParam,
    answers: GroupedNotifications,
  },
  async ({ viewer, params: { group_key: key } }) => {
    const heard = await alertsOfGroup(viewer.id, key);
    const group = toGroup(key, heard, []);
    if (!group) throw new ApiError("not_found");
    return toGrouped([group], heard);
  },
);
