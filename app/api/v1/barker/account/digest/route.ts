import { WeeklyChoice } from "@/lib/digest/schema";
import { chooseWeekly } from "@/lib/digest/writes";
import { route } from "@/lib/http/route";

export const PUT = route(
  {
    summary: "Turn the weekly mail on or off; it needs a confirmed address",
    auth: "session",
    body: WeeklyChoice,
    answers: WeeklyChoice,
    limit: "write",
  },
  async ({ viewer, body }) => {
    await chooseWeekly(viewer.id, body.weekly);
    return body;
  },
);
