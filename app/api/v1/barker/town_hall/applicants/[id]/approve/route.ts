import { z } from "zod";
import { approve } from "@/lib/applicants/writes";
import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { actorOf } from "@/lib/staff/rules";

export const POST = route(
  {
    summary: "Let somebody in who asked to join",
    auth: "session",
    right: "signups",
    params: IdParam,
    answers: z.object({ username: z.string() }),
    limit: "write",
  },
  async ({ viewer, params }) => {
    const username = await approve(actorOf(viewer), params.id);
    if (username === null) throw new ApiError("not_found", { message: "Somebody has answered this request already." });
    return { username };
  },
);
