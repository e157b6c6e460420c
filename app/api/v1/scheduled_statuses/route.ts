import { z } from "zod";
import { scheduledPage } from "@/lib/barks/scheduled/reads";
import { ScheduledStatus } from "@/lib/barks/scheduled/schema";
import { listResponse } from "@/lib/http/list";
import { PageQuery } from "@/lib/http/page";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "One's scheduled barks, last scheduled first",
    auth: "user",
    scope: "read:statuses",
    query: PageQuery,
    answers: z.array(ScheduledStatus),
  },
  async ({ viewer, query, url }) => listResponse(url, await scheduledPage(viewer.id, query)),
);
