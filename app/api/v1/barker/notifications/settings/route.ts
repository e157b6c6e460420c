import { route } from "@/lib/http/route";
import { readAlertTypes } from "@/lib/notifications/reads";
import { AlertTypesChange } from "@/lib/notifications/input";
import { AlertTypes } from "@/lib/notifications/schema";
import { toggleAlertTypes } from "@/lib/notifications/writes";

export const GET = route(
  {
    summary: "Which types of notifications the viewer wants",
    auth: "user",
    scope: "read:notifications",
    answers: AlertTypes,
  },
  ({ viewer }) => readAlertTypes(viewer.id),
);

export const PUT = route(
  {
    summary: "Turn types of notifications on and off",
    auth: "user",
    scope: "write:notifications",
    body: AlertTypesChange,
    answers: AlertTypes,
    limit: "write",
  },
  async ({ viewer, body }) => {
    await toggleAlertTypes(viewer.id, body);
    return readAlertTypes(viewer.id);
  },
);
