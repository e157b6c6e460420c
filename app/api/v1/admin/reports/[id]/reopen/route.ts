import { adminReport } from "@/lib/admin/reads";
import { AdminReport } from "@/lib/admin/schema";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { reopenReport } from "@/lib/reports/writes";
import { actorOf } from "@/lib/staff/rules";

export const POST = route(
  {
    summary: "Open a resolved report again",
    auth: "user",
    scope: "admin:write:reports",
    right: "reports",
    params: IdParam,
    answers: AdminReport,
  },
  async ({ viewer, params }) => {
    await reopenReport(actorOf(viewer), params.id);
    return adminReport(viewer, params.id);
  },
);
