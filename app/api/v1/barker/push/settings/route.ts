import { route } from "@/lib/http/route";
import { readPushSettings } from "@/lib/push/reads";
import { PushSettings, PushSettingsChange } from "@/lib/push/schema";
import { choosePushSettings } from "@/lib/push/writes";

export const GET = route(
  { summary: "When the viewer wants no pushes", auth: "user", scope: "read:notifications", answers: PushSettings },
  ({ viewer }) => readPushSettings(viewer.id),
);

export const PUT = route(
  {
    summary: "Choose when to get no pushes, and whether they may show what followers only may read",
    auth: "user",
    scope: "write:notifications",
    body: PushSettingsChange,
    answers: PushSettings,
    limit: "write",
  },
  ({ viewer, body }) => choosePushSettings(viewer.id, body),
);
