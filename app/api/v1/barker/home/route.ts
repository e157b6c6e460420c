import { route } from "@/lib/http/route";
import { homeChoice } from "@/lib/timelines/reads";
import { HomeChange, HomeChoice } from "@/lib/timelines/schema";
import { setHomeChoice } from "@/lib/timelines/writes";

export const GET = route(
  {
    summary: "Which replies and rebarks the viewer's Home shows",
    auth: "user",
    scope: "read:accounts",
    answers: HomeChoice,
  },
  ({ viewer }) => homeChoice(viewer.id),
);

export const PATCH = route(
  {
    summary: "Change which replies and rebarks the viewer's Home shows, on all devices and live",
    auth: "user",
    scope: "write:accounts",
    body: HomeChange,
    answers: HomeChoice,
    limit: "write",
  },
  ({ viewer, body }) => setHomeChoice(viewer.id, body),
);
