import { route } from "@/lib/http/route";
import { readPolicy } from "@/lib/notifications/requests";
import { PolicyChange } from "@/lib/notifications/input";
import { NotificationPolicy } from "@/lib/notifications/schema";
import { choosePolicy } from "@/lib/notifications/writes";

export const GET = route(
  {
    summary: "The policy for notifications of people the viewer does not know",
    auth: "user",
    scope: "read:notifications",
    answers: NotificationPolicy,
  },
  ({ viewer }) => readPolicy(viewer.id),
);

export const PATCH = route(
  {
    summary: "Change the policy for notifications of people the viewer does not know",
    auth: "user",
    scope: "write:notifications",
    body: PolicyChange,
    answers: NotificationPolicy,
    limit: "write",
  },
  async ({ viewer, body }) => {
    await choosePolicy(viewer.id, body);
    return readPolicy(viewer.id);
  },
);
