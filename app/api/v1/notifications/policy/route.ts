import { route } from "@/lib/http/route";
import { readPolicy } from "@/lib/notifications/requests";
import { OldPolicyChange } from "@/lib/notifications/input";
import { OldNotificationPolicy } from "@/lib/notifications/schema";
import { fromOldPolicy, toOldPolicy } from "@/lib/notifications/view";
import { choosePolicy } from "@/lib/notifications/writes";

export const GET = route(
  {
    summary: "What becomes of what strangers do, in the older form",
    auth: "user",
    scope: "read:notifications",
    answers: OldNotificationPolicy,
  },
  async ({ viewer }) => toOldPolicy(await readPolicy(viewer.id)),
);

export const PUT = route(
  {
    summary: "Choose what becomes of what strangers do, in the older form",
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
