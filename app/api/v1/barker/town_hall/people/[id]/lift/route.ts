import { z } from "zod";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { actorOf } from "@/lib/staff/rules";
import { LiftInput } from "@/lib/strikes/schema";
import { liftMeasure } from "@/lib/strikes/writes";

export const POST = route(
  {
    summary: "Lift a measure from a person",
    auth: "session",
    right: ["people", "reports"],
    params: IdParam,
    body: LiftInput,
    answers: z.object({}),
  },
  async ({ viewer, params, body: { measure } }) => {
    await liftMeasure(actorOf(viewer), params.id, measure);
    return {};
  },
);
