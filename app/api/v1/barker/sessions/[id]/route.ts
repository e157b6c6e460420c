import { z } from "zod";
import { endSession } from "@/lib/auth/writes";
import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";

export const DELETE = route(
  {
    summary: "End one web session, or one app's access",
    auth: "session",
    params: IdParam,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, params }) => {
    if (!(await endSession(viewer.id, params.id))) throw new ApiError("not_found");
    return {};
  },
);
