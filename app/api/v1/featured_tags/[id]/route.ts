import { z } from "zod";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { unfeatureTopic } from "@/lib/topics/writes";

export const DELETE = route(
  {
    summary: "Feature a topic no longer",
    auth: "user",
    scope: "write:accounts",
    params: IdParam,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, params }) => {
    await unfeatureTopic(viewer.id, params);
    return {};
  },
);
