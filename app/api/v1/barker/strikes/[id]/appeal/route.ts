import { z } from "zod";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { tellStaff } from "@/lib/staff/notices";
import { warningsOf } from "@/lib/strikes/reads";
import { AccountWarning, AppealInput } from "@/lib/strikes/schema";
import { appeal } from "@/lib/strikes/writes";

export const POST = route(
  {
    summary: "Appeal against a measure, once and within twenty days",
    auth: "session",
    params: IdParam,
    body: AppealInput,
    answers: z.array(AccountWarning),
    limit: "report",
  },
  async ({ viewer, params, body }) => {
    await appeal(viewer.id, params.id, body.text);
    tellStaff("appeal", viewer.id);
    return warningsOf(viewer.id);
  },
);
