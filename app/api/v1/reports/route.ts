import { route } from "@/lib/http/route";
import { NewReport, Report } from "@/lib/reports/schema";
import { fileReport } from "@/lib/reports/writes";

export const POST = route(
  {
    summary: "Report a person to the operator",
    auth: "user",
    scope: "write:reports",
    body: NewReport,
    answers: Report,
    limit: "report",
  },
  ({ viewer, body }) => fileReport(viewer.id, body),
);
