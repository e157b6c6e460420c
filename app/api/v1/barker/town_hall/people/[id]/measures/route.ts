import { requireReportAbout } from "@/lib/admin/reads";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { resolveReport } from "@/lib/reports/writes";
import { actorOf } from "@/lib/staff/rules";
import { MeasureInput, MeasureTaken } from "@/lib/strikes/schema";
import { takeMeasure } from "@/lib/strikes/writes";

export const POST = route(
  {
    summary: "Take a measure against a person, who is told why; a report that it names is resolved",
    auth: "session",
    right: ["people", "reports"],
    params: IdParam,
    body: MeasureInput,
    answers: MeasureTaken,
  },
  async ({ viewer, params, body: { measure, text, report_id: reportId, bark_ids: barkIds } }) => {
    const actor = actorOf(viewer);
    if (reportId !== undefined) await requireReportAbout(viewer, reportId, params.id);
    const id = await takeMeasure(actor, params.id, { measure, text, reportId, barkIds });
    if (reportId !== undefined) await resolveReport(actor, reportId);
    return { id };
  },
);
