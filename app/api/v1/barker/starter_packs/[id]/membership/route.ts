import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { leavePack } from "@/lib/packs/writes";

export const DELETE = route(
  {
    summary: "Leave somebody's starter pack; its maker cannot add one again",
    auth: "user",
    scope: "write:lists",
    params: IdParam,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, params }) => {
    if (!(await leavePack(viewer.id, params.id))) throw new ApiError("not_found");
    return {};
  },
);
