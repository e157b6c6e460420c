import { route } from "@/lib/http/route";
import { readPushSettings } from "@/lib/push/reads";
import { PushSettings, PushSettingsChange } from "@/lib/push/schema";
import { choosePushSettings } from "@/lib/push/writes";

export const GET = route(
  {
    summary: "The viewer's quiet hours and push settings",
    auth: "user",
    scope: "read:notifications",
    answers: PushSettings,
  },
  ({ viewer }) => readPushSettings(viewer.id),
);

export const PUT = route(
  {
    summary: "Set quiet hours, and whether pushes may show barks for followers only",
    auth: "user",
    scope: "write:notifications",
    body: PushSettingsChange,
    answers: PushSettings,
    limit: "write",
  },
  ({ viewer, body }) => choosePushSettings(viewer.id, body),
);
