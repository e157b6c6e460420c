import { route } from "@/lib/http/route";
import { readSwitches } from "@/lib/notifications/reads";
import { SwitchesChange } from "@/lib/notifications/input";
import { Switches } from "@/lib/notifications/schema";
import { turnSwitches } from "@/lib/notifications/writes";

export const GET = route(
  {
    summary: "Which types of notifications the viewer wants",
    auth: "user",
    scope: "read:notifications",
    answers: Switches,
  },
  ({ viewer }) => readSwitches(viewer.id),
);

export const PUT = route(
  {
    summary: "Turn types of notifications on and off",
    auth: "user",
    scope: "write:notifications",
    body: SwitchesChange,
    answers: Switches,
    limit: "write",
  },
  async ({ viewer, body }) => {
    await turnSwitches(viewer.id, body);
    return readSwitches(viewer.id);
  },
);
