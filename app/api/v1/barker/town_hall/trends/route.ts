import { z } from "zod";
import { route } from "@/lib/http/route";
import { actorOf } from "@/lib/staff/rules";
import { TrendDecision } from "@/lib/trends/input";
import { hideTrend } from "@/lib/trends/writes";

export const POST = route(
  {
    summary: "Keep a term out of trends, or let it trend again",
    auth: "session",
    right: "trends",
    body: TrendDecision,
    answers: z.object({}),
  },
  async ({ viewer, body }) => {
    await hideTrend(actorOf(viewer), body);
    return {};
  },
);
