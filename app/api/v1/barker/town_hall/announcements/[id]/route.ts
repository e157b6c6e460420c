import { z } from "zod";
import { withdraw } from "@/lib/announcements/writes";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { actorOf } from "@/lib/staff/rules";

export const DELETE = route(
  {
    summary: "Take an announcement back",
    auth: "session",
    right: "settings",
    params: IdParam,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, params }) => {
    await withdraw(actorOf(viewer), params.id);
    return {};
  },
);
