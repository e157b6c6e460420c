import { route } from "@/lib/http/route";
import { readPolicy } from "@/lib/notifications/requests";
import { OldPolicyChange } from "@/lib/notifications/input";
import { OldNotificationPolicy } from "@/lib/notifications/schema";
import { fromOldPolicy, toOldPolicy } from "@/lib/notifications/view";
import { choosePolicy } from "@/lib/notifications/writes";

export const GET = route(
  {
    summary: "The policy for notifications of people the viewer does not know (version 1)",
    auth: "user",
    scope: "read:notifications",
    answers: OldNotificationPolicy,
  },
  async ({ viewer }) => toOldPolicy(await readPolicy(viewer.id)),
);

export const PUT = route(
  {
    summary: "Change the policy for notifications of people the viewer does not know (version 1)",
    auth: "user",
    scope: "write:notifications",
    body: OldPolicyChange,
    answers: OldNotificationPolicy,
    limit: "write",
  },
  async ({ viewer, body }) => {
    await choosePolicy(viewer.id, fromOldPolicy(body));
    return toOldPolicy(await readPolicy(viewer.id));
  },
);
