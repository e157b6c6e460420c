import { z } from "zod";
import { listResponse } from "@/lib/http/list";
import { PageQuery } from "@/lib/http/page";
import { route } from "@/lib/http/route";
import { staffLog } from "@/lib/staff/reads";
import { StaffLogEntry } from "@/lib/staff/schema";
import { IdText } from "@/lib/text/fields";

export const GET = route(
  {
    summary: "What staff did, newest first: all of it, or what was done to one person",
    auth: "session",
    right: "log",
    query: PageQuery.and(z.object({ whom: IdText.optional() })),
    answers: z.array(StaffLogEntry),
  },
  async ({ url, query: { whom, ...page } }) => listResponse(url, await staffLog(page, whom)),
);
