import { z } from "zod";
import { ReportsQuery } from "@/lib/admin/input";
import { adminReports } from "@/lib/admin/reads";
import { AdminReport } from "@/lib/admin/schema";
import { listResponse } from "@/lib/http/list";
import { route } from "@/lib/http/route";

export const GET = route(
  {
    summary: "Open reports, or with resolved=true the resolved ones, newest first",
    auth: "user",
    scope: "admin:read:reports",
    right: "reports",
    query: ReportsQuery,
    answers: z.array(AdminReport),
  },
  async ({ viewer, url, query: { resolved, account_id: fromId, target_account_id: aboutId, ...page } }) => {
    const choice = { state: resolved ? "resolved" : "open", fromId, aboutId } as const;
    return listResponse(url, await adminReports(viewer, page, choice));
  },
);
