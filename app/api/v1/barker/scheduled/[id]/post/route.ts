import { sendScheduledNow } from "@/lib/barks/scheduled/writes";
import { Status } from "@/lib/barks/schema";
import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";

export const POST = route(
  {
    summary: "Send a scheduled bark now; one that can no longer be sent becomes a draft",
    auth: "user",
    scope: "write:statuses",
    params: IdParam,
    answers: Status,
    limit: "bark",
  },
  async ({ viewer, params }) => {
    const sent = await sendScheduledNow(viewer.id, params.id);
    if (sent === null) throw new ApiError("not_found");
    if (sent.ok) return sent.status;
    if (sent.reason === "held") throw new ApiError("held_for_review");
    throw new ApiError("invalid", { message: `It is in your drafts. ${sent.why}` });
  },
);
