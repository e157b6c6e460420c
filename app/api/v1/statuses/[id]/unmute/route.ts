import { Status } from "@/lib/barks/schema";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { muteThread } from "@/lib/moderation/writes";

export const POST = route(
  {
    summary: "Unmute the conversation of a bark",
    auth: "user",
    scope: "write:mutes",
    params: IdParam,
    answers: Status,
    limit: "write",
  },
  ({ viewer, params }) => muteThread(viewer.id, params.id, false),
);
