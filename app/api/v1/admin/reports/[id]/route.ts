import { ReportChange } from "@/lib/admin/input";
import { adminReport } from "@/lib/admin/reads";
import { AdminReport } from "@/lib/admin/schema";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { recategorise } from "@/lib/reports/writes";
import { actorOf } from "@/lib/staff/rules";

export const GET = route(
  {
    summary: "One report",
    auth: "user",
    scope: "admin:read:reports",
    right: "reports",
    params: IdParam,
    answers: AdminReport,
  },
  ({ viewer, params }) => adminReport(viewer, params.id),
);

export const PUT = route(
  {
    summary: "Change what a report says is wrong",
    auth: "user",
    scope: "admin:write:reports",
    right: "reports",
    params: IdParam,
    body: ReportChange,
    answers: AdminReport,
  },
  async ({ viewer, params, body: { category, rule_ids: ruleIds } }) => {
    await recategorise(actorOf(viewer), params.id, { category, ruleIds });
    return adminReport(viewer, params.id);
  },
);
