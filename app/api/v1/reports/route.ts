import { route } from "@/lib/http/route";
import { NewReport, Report } from "@/lib/reports/schema";
import { fileReport } from "@/lib/reports/writes";
import { tellStaff } from "@/lib/staff/notices";

export const POST = route(
  {
    summary: "Report a person to the operator",
    auth: "user",
    scope: "write:reports",
    body: NewReport,
    answers: Report,
    limit: "report",
  },
  async ({ viewer, body }) => {
    const report = await fileReport(viewer.id, body);
    tellStaff("report", body.account_id);
    return report;
  },
);
