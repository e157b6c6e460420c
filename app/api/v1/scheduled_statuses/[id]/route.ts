import { z } from "zod";
import { dueTime, tooManyScheduled } from "@/app/api/v1/statuses/schedule";
import { readScheduled } from "@/lib/barks/scheduled/reads";
import { Rescheduling, ScheduledStatus } from "@/lib/barks/scheduled/schema";
import { cancelScheduled, moveScheduled } from "@/lib/barks/scheduled/writes";
import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";

const ONE = { auth: "user", params: IdParam } as const;

export const GET = route(
  { ...ONE, summary: "A scheduled bark", scope: "read:statuses", answers: ScheduledStatus },
  async ({ viewer, params }) => there(await readScheduled(viewer.id, params.id)),
);

export const PUT = route(
  {
    ...ONE,
    summary: "Change when a scheduled bark is sent",
    scope: "write:statuses",
    body: Rescheduling,
    answers: ScheduledStatus,
    limit: "write",
  },
  async ({ viewer, params, body }) => {
    const moved = there(await moveScheduled(viewer.id, params.id, dueTime(body.scheduled_at, Date.now())));
    if (!moved.ok) throw tooManyScheduled();
    return moved.scheduled;
  },
);

export const DELETE = route(
  { ...ONE, summary: "Cancel a scheduled bark", scope: "write:statuses", answers: z.object({}), limit: "write" },
  async ({ viewer, params }) => {
    if (!(await cancelScheduled(viewer.id, params.id))) throw new ApiError("not_found");
    return {};
  },
);

function there<T>(found: T | null): T {
  if (found === null) throw new ApiError("not_found");
  return found;
}
