import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { endInvitation } from "@/lib/invitations/writes";

export const DELETE = route(
  {
    summary: "End one of one's own invitations; who came with it stays",
    auth: "session",
    params: IdParam,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, params }) => {
    if (!(await endInvitation(viewer.id, params.id))) throw new ApiError("not_found");
    return {};
  },
);
