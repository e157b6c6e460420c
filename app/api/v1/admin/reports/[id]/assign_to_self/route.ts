import { adminReport } from "@/lib/admin/reads";
import { AdminReport } from "@/lib/admin/schema";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { assignReport } from "@/lib/reports/writes";
import { actorOf } from "@/lib/staff/rules";

export const POST = route(
  {
    summary: "Take a report upon oneself",
    auth: "user",
    scope: "admin:write:reports",
    right: "reports",
    params: IdParam,
    answers: AdminReport,
  },
  async ({ viewer, params }) => {
    await assignReport(actorOf(viewer), params.id, true);
    return adminReport(viewer, params.id);
  },
);
