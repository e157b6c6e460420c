import { adminReport } from "@/lib/admin/reads";
import { AdminReport } from "@/lib/admin/schema";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { resolveReport } from "@/lib/reports/writes";
import { actorOf } from "@/lib/staff/rules";

export const POST = route(
  {
    summary: "Resolve a report",
    auth: "user",
    scope: "admin:write:reports",
    right: "reports",
    params: IdParam,
    answers: AdminReport,
  },
  async ({ viewer, params }) => {
    await resolveReport(actorOf(viewer), params.id);
    return adminReport(viewer, params.id);
  },
);
