import { z } from "zod";
import { ActionInput } from "@/lib/admin/input";
import { requireReportAbout } from "@/lib/admin/reads";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { resolveReport } from "@/lib/reports/writes";
import { actorOf } from "@/lib/staff/rules";
import type { Measure } from "@/lib/strikes/schema";
import { takeMeasure } from "@/lib/strikes/writes";

const MEASURE = {
  none: "warn",
  sensitive: "sensitive",
  disable: "disable",
  silence: "limit",
  suspend: "suspend",
} as const satisfies Record<string, Measure>;

export const POST = route(
  {
    summary: "Take a measure against a person, who is told why; a report that it names is resolved",
    auth: "user",
    scope: "admin:write:accounts",
    right: ["people", "reports"],
    params: IdParam,
    body: ActionInput,
    answers: z.object({}),
  },
  async ({ viewer, params, body: { type, text, report_id: reportId } }) => {
    const actor = actorOf(viewer);
    if (reportId !== undefined) await requireReportAbout(viewer, reportId, params.id);
    await takeMeasure(actor, params.id, { measure: MEASURE[type], text, reportId });
    if (reportId !== undefined) await resolveReport(actor, reportId);
    return {};
  },
);
