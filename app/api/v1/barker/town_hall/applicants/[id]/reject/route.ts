import { z } from "zod";
import { reject } from "@/lib/applicants/writes";
import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { actorOf } from "@/lib/staff/rules";

export const POST = route(
  {
    summary: "Decline a request to join, which deletes it and all that came with it",
    auth: "session",
    right: "signups",
    params: IdParam,
    answers: z.object({ username: z.string() }),
    limit: "write",
  },
  async ({ viewer, params }) => {
    const username = await reject(actorOf(viewer), params.id);
    if (username === null) throw new ApiError("not_found", { message: "Somebody has answered this request already." });
    return { username };
  },
);
