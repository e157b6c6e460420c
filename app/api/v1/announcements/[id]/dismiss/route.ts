import { z } from "zod";
import { markRead } from "@/lib/announcements/writes";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";

export const POST = route(
  {
    summary: "Note that an announcement is read; it is not shown again",
    auth: "user",
    scope: "write:accounts",
    params: IdParam,
    answers: z.object({}),
    limit: "react",
  },
  async ({ viewer, params }) => {
    await markRead(viewer.id, params.id);
    return {};
  },
);
