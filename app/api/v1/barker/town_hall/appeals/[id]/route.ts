import { z } from "zod";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { actorOf } from "@/lib/staff/rules";
import { AppealAnswer } from "@/lib/strikes/schema";
import { answerAppeal } from "@/lib/strikes/writes";

export const POST = route(
  {
    summary: "Approve an appeal, which lifts the measure, or reject it and say why",
    auth: "session",
    right: "reports",
    params: IdParam,
    body: AppealAnswer,
    answers: z.object({}),
  },
  async ({ viewer, params, body }) => {
    await answerAppeal(actorOf(viewer), params.id, body);
    return {};
  },
);
