import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { route } from "@/lib/http/route";
import { alertsOfGroup } from "@/lib/notifications/rows";
import { GroupKeyParam } from "@/lib/notifications/input";
import { accountsOf } from "@/lib/notifications/view";
import { Account } from "@/lib/people/schema";

export const GET = route(
  {
    summary: "The people in a group of notifications",
    auth: "user",
    scope: "read:notifications",
    params: GroupKeyParam,
    answers: z.array(Account),
  },
  async ({ viewer, params }) => {
    const heard = await alertsOfGroup(viewer.id, params.group_key);
    if (heard.length === 0) throw new ApiError("not_found");
    return accountsOf(heard);
  },
);
