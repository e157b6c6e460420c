import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { endAnyInvitation } from "@/lib/invitations/writes";
import { actorOf } from "@/lib/staff/rules";

export const DELETE = route(
  {
    summary: "End an invitation of anybody; who came with it stays",
    auth: "session",
    right: "signups",
    params: IdParam,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, params }) => {
    if (!(await endAnyInvitation(actorOf(viewer), params.id))) throw new ApiError("not_found");
    return {};
  },
);
