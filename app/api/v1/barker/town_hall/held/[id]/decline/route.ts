import { z } from "zod";
import { declineHeld } from "@/lib/barks/held/writes";
import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { actorOf } from "@/lib/staff/rules";

export const POST = route(
  {
    summary: "Decline a bark that waits: it becomes a draft of its author, with the reason",
    auth: "session",
    right: "reports",
    params: IdParam,
    answers: z.object({}),
    limit: "write",
  },
  async ({ viewer, params }) => {
    if (!(await declineHeld(actorOf(viewer), params.id)))
      throw new ApiError("not_found", { message: "It does not wait any more." });
    return {};
  },
);
