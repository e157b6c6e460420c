import { z } from "zod";
import { dismiss } from "@/lib/circles/writes";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";

export const DELETE = route(
  {
    summary: "Never suggest this person again",
    auth: "user",
    scope: "write:accounts",
    params: IdParam,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, params }) => {
    await dismiss(viewer.id, params.id);
    return {};
  },
);
